package dev.longshore.console.oidc;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Which addresses of a provider are called: https anywhere, since whoever configures the console trusts the provider
 * and the certificate proves it; plain http on this very machine only. What the provider's own metadata names is held to
 * the same, so that it cannot send the console to another protocol or, over plain http, to another machine.
 */
final class IssuerPolicy {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private IssuerPolicy() {}

    /** @throws IllegalArgumentException with what is wrong and what would be right */
    static URI require(String what, String address) {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("%s %s is no URL".formatted(what, address), e);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        boolean allowed = scheme.equals("https") || (scheme.equals("http") && LOOPBACK.contains(host));
        if (!allowed || host.isEmpty() || uri.getUserInfo() != null || uri.getFragment() != null) {
            throw new IllegalArgumentException(
                    "%s %s must be an https URL without user and fragment (http only on 127.0.0.1, localhost or [::1])"
                            .formatted(what, address));
        }
        return uri;
    }
}
