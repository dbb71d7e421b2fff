package dev.longshore.history.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {
    private static final AddressPolicy STRICT = new AddressPolicy(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "10.0.0.1",
                "100.64.0.1",
                "100.100.100.200",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.168.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "3fff::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void an_address_that_is_not_public_is_refused_in_words(String address) throws UnknownHostException {
        assertThat(STRICT.refusal(InetAddress.getByName(address)))
                .hasValueSatisfying(words -> assertThat(words).contains("is not a public address"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "223.255.255.255",
                "::ffff:8.8.8.8",
                "2606:4700::1111",
                "2a00:1450:4001::1"
            })
    void a_public_address_is_not_refused(String address) throws UnknownHostException {
        assertThat(STRICT.refusal(InetAddress.getByName(address))).isEmpty();
    }

    @Test
    void what_the_operator_allows_is_allowed_and_nothing_beside_it() throws UnknownHostException {
        AddressPolicy policy = new AddressPolicy(List.of(Network.parse("10.1.0.0/16"), Network.parse("fd12::/16")));
        assertThat(policy.refusal(InetAddress.getByName("10.1.255.1"))).isEmpty();
        assertThat(policy.refusal(InetAddress.getByName("10.2.0.1"))).isPresent();
        assertThat(policy.refusal(InetAddress.getByName("fd12:1::1"))).isEmpty();
        assertThat(policy.refusal(InetAddress.getByName("fd13::1"))).isPresent();
        assertThat(new AddressPolicy(List.of(Network.parse("0.0.0.0/0"))).refusal(InetAddress.getByName("10.2.0.1")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "localhost/8", "example.org/8", "10/8x", "::/129", ""})
    void a_text_that_is_no_network_is_refused_with_an_example(String text) {
        assertThatThrownBy(() -> Network.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("for example 10.1.0.0/16");
    }
}
