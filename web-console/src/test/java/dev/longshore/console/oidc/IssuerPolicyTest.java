package dev.longshore.console.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerPolicyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"https://id.example/realms/a", "HTTPS://id.example", "http://127.0.0.1:9000", "http://localhost"
            })
    void calls_by_https_or_on_this_machine(String issuer) {
        assertThat(IssuerPolicy.require("issuer", issuer)).hasToString(issuer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://id.example",
                "http://169.254.169.254/latest/meta-data",
                "http://127.0.0.1.id.example",
                "http://localhost@id.example",
                "https://user:secret@id.example",
                "https://id.example#part",
                "https:///path",
                "file:///etc/passwd",
                "gopher://127.0.0.1",
                "id.example",
                "https://id.example/ x",
                ""
            })
    void refuses_everything_else_with_what_would_be_right(String issuer) {
        assertThatThrownBy(() -> IssuerPolicy.require("issuer", issuer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("issuer");
    }
}
