package dev.longshore.scheduler.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.platform.web.PreconditionRequiredException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionMatchTest {
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
        assertThat(VersionMatch.of(header).accepts(3)).isEqualTo(matches);
    }

    @Test
    void without_a_header_the_change_is_refused() {
        assertThatThrownBy(() -> VersionMatch.of(null)).isInstanceOf(PreconditionRequiredException.class);
        assertThatThrownBy(() -> VersionMatch.of(" ")).isInstanceOf(PreconditionRequiredException.class);
    }
}
