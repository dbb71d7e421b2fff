package dev.longshore.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpOptionsTest {

    private static final Path USER_HOME = Path.of("/home/anna");

    @Test
    void defaults_hold_when_nothing_is_given() {
        var options = parse();
        assertThat(options.workers()).isEqualTo(2);
        assertThat(options.home()).isEqualTo(Path.of("/home/anna/.longshore"));
        assertThat(options.port()).isEmpty();
        assertThat(options.sampleRows()).isEqualTo(200_000);
        assertThat(options.source()).isEmpty();
    }

    @Test
    void options_are_read_in_both_spellings() {
        var options = parse("--workers", "4", "--home=/srv/longshore", "--port", "9000", "--sample-rows=1000000");
        assertThat(options.workers()).isEqualTo(4);
        assertThat(options.home()).isEqualTo(Path.of("/srv/longshore"));
        assertThat(options.port()).hasValue(9000);
        assertThat(options.sampleRows()).isEqualTo(1_000_000);
    }

    @Test
    void a_relative_home_is_made_absolute() {
        assertThat(parse("--home", "here/../there").home())
                .isEqualTo(Path.of("there").toAbsolutePath());
    }

    @Test
    void the_source_takes_user_and_password_from_the_environment() {
        var options = UpOptions.parse(
                List.of("--source", "jdbc:postgresql://db.example.org/contacts"),
                Map.of("LONGSHORE_SOURCE_USER", "reader", "LONGSHORE_SOURCE_PASSWORD", "hush"),
                USER_HOME);
        assertThat(options.source())
                .contains(new SourceDatabase("jdbc:postgresql://db.example.org/contacts", "reader", "hush"));
        assertThat(options.toString()).doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LONGSHORE_SOURCE_USER", "LONGSHORE_SOURCE_PASSWORD"})
    void a_source_without_user_or_password_is_refused_by_the_variables_name(String given) {
        var missing = given.endsWith("USER") ? "LONGSHORE_SOURCE_PASSWORD" : "LONGSHORE_SOURCE_USER";
        assertThatThrownBy(() -> UpOptions.parse(
                        List.of("--source", "jdbc:postgresql://db/contacts"), Map.of(given, "x"), USER_HOME))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(missing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:oracle:thin:@db", "postgresql://db/x", "jdbc:postgresql://db/x?user=a&password=b"})
    void a_source_that_is_no_plain_postgres_url_is_refused(String url) {
        assertThatThrownBy(() -> parse("--source", url))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--source")
                .hasMessageNotContaining("password=b");
    }

    @ParameterizedTest
    @CsvSource({
        "--workers, 0",
        "--workers, 65",
        "--workers, two",
        "--port, 80",
        "--port, 65529",
        "--port, ''",
        "--sample-rows, 0",
        "--sample-rows, -1",
        "--sample-rows, 1e6"
    })
    void numbers_out_of_range_are_refused_by_the_options_name(String name, String value) {
        assertThatThrownBy(() -> parse(name, value))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("'" + value + "'");
    }

    @Test
    void an_unknown_option_is_refused_and_the_known_are_named() {
        assertThatThrownBy(() -> parse("--wokers", "2"))
                .isInstanceOf(UsageException.class)
                .hasMessage("unknown option '--wokers'; known are --workers, --home, --port, --sample-rows, --source");
    }

    @Test
    void an_option_without_value_or_given_twice_is_refused() {
        assertThatThrownBy(() -> parse("--home")).hasMessage("--home needs a value");
        assertThatThrownBy(() -> parse("--workers=1", "--workers=2")).hasMessage("--workers is given twice");
    }

    private static UpOptions parse(String... arguments) {
        return UpOptions.parse(List.of(arguments), Map.of(), USER_HOME);
    }
}
