package dev.longshore.history.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetPolicyTest {
    private static final TargetPolicy STRICT = new TargetPolicy(false, new AddressPolicy(List.of()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "https://example.org:8443/hooks?tenant=1",
                "https://[2606:4700::1111]/",
                "https://8.8.8.8/"
            })
    void a_public_https_url_may_be_used(String url) {
        assertThat(STRICT.problemOf(url)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.org/, must begin with https",
        "ftp://example.org/, must begin with https",
        "file:///etc/passwd, must begin with https",
        "gopher://127.0.0.1:25/, must begin with https",
        "//example.org/, must begin with https",
        "hook, must begin with https",
        "https:///path, must name a host",
        "https://2130706433/, must name a host",
        "https://0x7f000001/, must name a host",
        "https://0x7f.1/, must name a host",
        "https://127.1/, must name a host",
        "https://0177.0.0.01/, must name a host",
        "https://127.0.0.1./, must name a host",
        "https://300.1.1.1/, must name a host",
        "https://name.0x1/, must name a host",
        "https://127.0.0.1/, is not a public address",
        "https://[::1]/, is not a public address",
        "https://[::ffff:169.254.169.254]/, is not a public address",
        "https://169.254.169.254/latest/meta-data/, is not a public address",
        "https://user:password@example.org/, neither user nor password",
        "https://example.org/#part, neither user nor password",
        "https://example.org:99999/, port between",
        "https://exa mple.org/, must be an absolute URL"
    })
    void what_could_reach_elsewhere_is_refused_with_the_reason(String url, String reason) {
        assertThat(STRICT.problemOf(url))
                .hasValueSatisfying(words -> assertThat(words).contains(reason));
    }

    @Test
    void an_operator_can_allow_http_and_private_addresses() {
        TargetPolicy policy = new TargetPolicy(true, new AddressPolicy(List.of(Network.parse("127.0.0.1/32"))));
        assertThat(policy.problemOf("http://127.0.0.1:8080/hook")).isEmpty();
        assertThat(policy.problemOf("http://127.0.0.2:8080/hook")).isPresent();
    }

    @Test
    void a_url_of_two_thousand_characters_is_the_longest() {
        String url = "https://example.org/" + "x".repeat(1_980);
        assertThat(STRICT.problemOf(url)).isEmpty();
        assertThat(STRICT.problemOf(url + "x")).isPresent();
    }
}
