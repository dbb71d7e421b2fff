package dev.longshore.history.webhook;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Which addresses a delivery may go to: those of the public internet, and what the operator allows. So a webhook cannot
 * be used to reach what only this machine can reach. The ranges are those of the IANA registries of special-purpose
 * addresses (RFC 6890) and the addresses at which clouds offer metadata.
 */
final class AddressPolicy {
    private static final List<Special> IPV4 = List.of(
            new Special("0.0.0.0/8", "this host"),
            new Special("10.0.0.0/8", "private"),
            new Special("100.64.0.0/10", "shared by carriers"),
            new Special("127.0.0.0/8", "loopback"),
            new Special("168.63.129.16/32", "metadata of a cloud"),
            new Special("169.254.0.0/16", "link-local, where clouds offer metadata"),
            new Special("172.16.0.0/12", "private"),
            new Special("192.0.0.0/24", "reserved"),
            new Special("192.0.2.0/24", "for documentation"),
            new Special("192.88.99.0/24", "reserved"),
            new Special("192.168.0.0/16", "private"),
            new Special("198.18.0.0/15", "for benchmarks"),
            new Special("198.51.100.0/24", "for documentation"),
            new Special("203.0.113.0/24", "for documentation"),
            new Special("224.0.0.0/4", "multicast"),
            new Special("240.0.0.0/4", "reserved"));

    /** Within 2000::/3; everything else is refused as a whole. */
    private static final List<Special> IPV6 = List.of(
            new Special("2001::/23", "reserved, and tunnels to IPv4 addresses"),
            new Special("2001:db8::/32", "for documentation"),
            new Special("2002::/16", "a tunnel to an IPv4 address"),
            new Special("3fff::/20", "for documentation"));

    private static final Network PUBLIC_IPV6 = Network.parse("2000::/3");

    private final List<Network> allowed;

    /** @param allowed networks that are allowed although they are not public */
    AddressPolicy(List<Network> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /** Why a delivery must not go to this address, in words; empty when it may. An IPv4-mapped address counts as IPv4. */
    Optional<String> refusal(InetAddress address) {
        if (allowed.stream().anyMatch(network -> network.contains(address))) {
            return Optional.empty();
        }
        if (address instanceof Inet6Address && !PUBLIC_IPV6.contains(address)) {
            return Optional.of(complaint(address, address.isLoopbackAddress() ? "loopback" : "not public"));
        }
        return (address instanceof Inet6Address ? IPV6 : IPV4)
                .stream()
                        .filter(special -> special.network().contains(address))
                        .findFirst()
                        .map(special -> complaint(address, special.meaning()));
    }

    private static String complaint(InetAddress address, String meaning) {
        return "%s is not a public address (%s); an operator can allow it".formatted(address.getHostAddress(), meaning);
    }

    private record Special(Network network, String meaning) {
        Special(String cidr, String meaning) {
            this(Network.parse(cidr), meaning);
        }
    }
}
