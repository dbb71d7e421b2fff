package dev.longshore.history.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.ContentDisposition;

class DispositionTest {
    @ParameterizedTest
    @CsvSource({
        "interactions-0003-of-0012.jsonl, 'attachment; filename=\"interactions-0003-of-0012.jsonl\"'",
        "umsätze.csv, 'attachment; filename=\"ums_tze.csv\"; filename*=UTF-8''''ums%C3%A4tze.csv'",
        "顧客.jsonl, 'attachment; filename=\"__.jsonl\"; filename*=UTF-8''''%E9%A1%A7%E5%AE%A2.jsonl'",
        "'a\"b; c=d.csv', 'attachment; filename=\"a_b__c_d.csv\"; filename*=UTF-8''''a%22b%3B%20c%3Dd.csv'",
        "50%.csv, 'attachment; filename=\"50_.csv\"; filename*=UTF-8''''50%25.csv'"
    })
    void a_name_of_any_script_is_saved_as_it_is(String name, String header) { // P75
        assertThat(Disposition.attachment(name)).isEqualTo(header);
        assertThat(ContentDisposition.parse(header).getFilename())
                .as("as another implementation reads it")
                .isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"'a\r\nSet-Cookie: b=c'", "'..\\..\\evil.exe'", "'../../etc/passwd'"})
    void no_name_ends_the_header_or_leaves_the_folder(String name) {
        String header = Disposition.attachment(name);
        assertThat(header).matches("[ -~]+").doesNotContain("/", "\\", "\r", "\n");
    }
}
