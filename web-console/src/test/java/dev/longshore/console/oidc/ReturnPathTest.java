package dev.longshore.console.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/history?jobId=7&status=FAILED", "/jobs/1#runs", "/a%2Fb"})
    void goes_back_to_a_page_of_this_console(String asked) {
        assertThat(ReturnPath.of(asked)).isEqualTo(asked);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "https://elsewhere.example",
                "//elsewhere.example",
                "/\\elsewhere.example",
                "\\\\elsewhere.example",
                "/\t/elsewhere.example",
                "/\n//elsewhere.example",
                "/ok\r\nSet-Cookie: a=b",
                "javascript:alert(1)",
                "elsewhere.example",
                "/jobs\\..\\x",
                "/sign-in?again"
            })
    void goes_home_instead_of_elsewhere(String asked) {
        assertThat(ReturnPath.of(asked)).isEqualTo("/");
    }
}
