package dev.longshore.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IfMatchTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"3\"        | true",
                "\"2\", \"3\" | true",
                "*            | true",
                "\"2\"        | false",
                "W/\"3\"      | false",
                "3            | false"
            })
    void only_the_tag_of_the_current_version_matches(String header, boolean matches) {
        assertThat(IfMatch.of(header, "job").accepts(3)).isEqualTo(matches);
    }

    @Test
    void without_a_header_the_change_is_refused() {
        assertThatThrownBy(() -> IfMatch.of(null, "job"))
                .isInstanceOf(PreconditionRequiredException.class)
                .hasMessage("Send the ETag that you got with the job as If-Match");
        assertThatThrownBy(() -> IfMatch.of(" ", "job")).isInstanceOf(PreconditionRequiredException.class);
    }
}
