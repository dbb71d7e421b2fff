package dev.longshore.history.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which URLs a webhook may have. What a name means is not looked at here but whenever a delivery connects, since it may
 * mean something else by then.
 */
final class TargetPolicy {
    private static final int LONGEST = 2_000;
    private static final Pattern IP_LITERAL = Pattern.compile("\\[.*]|((0|[1-9]\\d{0,2})\\.){3}(0|[1-9]\\d{0,2})");

    /** Some programs read such a name as an IPv4 address in octal, hexadecimal or one number. */
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(.*\\.)?(\\d+|0[xX][0-9a-fA-F]*)\\.?");

    private static final String HOST = "must name a host: a DNS name, or an IP address in its usual form";

    private final boolean allowHttp;
    private final AddressPolicy addresses;

    TargetPolicy(boolean allowHttp, AddressPolicy addresses) {
        this.allowHttp = allowHttp;
        this.addresses = addresses;
    }

    /** What is wrong with the URL, in words that follow the field's name; empty when it may be used. */
    Optional<String> problemOf(String url) {
        if (url.length() > LONGEST) {
            return Optional.of("must have at most %d characters".formatted(LONGEST));
        }
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return Optional.of("must be an absolute URL");
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (scheme.equals("http") && !allowHttp) {
            return Optional.of("must begin with https://; an operator can allow http");
        }
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return Optional.of("must begin with https://");
        }
        if (uri.getHost() == null) {
            return Optional.of(HOST);
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return Optional.of("must have neither user nor password nor fragment; the signature says who sends it");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65_535) {
            return Optional.of("must have a port between 1 and 65535, or none");
        }
        return problemOfHost(uri.getHost());
    }

    private Optional<String> problemOfHost(String host) {
        if (!IP_LITERAL.matcher(host).matches()) {
            return ENDS_IN_NUMBER.matcher(host).matches() ? Optional.of(HOST) : Optional.empty();
        }
        try {
            // Only literals come here, and these are not looked up.
            return addresses
                    .refusal(InetAddress.getByName(host))
                    .map(refusal -> "must name a public address: " + refusal);
        } catch (UnknownHostException e) {
            return Optional.of(HOST);
        }
    }
}
