package dev.longshore.console.relay;

import jakarta.servlet.http.HttpServletRequest;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;

/** Which headers cross the console. */
final class HeaderRules {
    /** They belong to one connection (RFC 9110, 7.6.1), or the HTTP client sets them itself. */
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "http2-settings",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    /** How the caller proved who he is, and claims about the way here, are no business of the services. */
    private static final Set<String> NOT_TOLD_TO_SERVICES =
            Set.of("authorization", "cookie", "forwarded", "x-csrf-token");

    /** The console decides about sessions and about what browsers may do. */
    private static final Set<String> NOT_TOLD_TO_CALLERS =
            Set.of("set-cookie", "content-security-policy", "x-frame-options", "www-authenticate", "x-xss-protection");

    private HeaderRules() {}

    static void copyToService(HttpServletRequest from, HttpRequest.Builder to) {
        Set<String> dropped = namedIn(Collections.list(from.getHeaders("Connection")));
        for (String name : Collections.list(from.getHeaderNames())) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (crosses(lower, dropped) && !NOT_TOLD_TO_SERVICES.contains(lower) && !lower.startsWith("x-forwarded-")) {
                Collections.list(from.getHeaders(name)).forEach(value -> to.header(name, value));
            }
        }
    }

    static void copyToCaller(HttpHeaders from, BiConsumer<String, String> to) {
        Set<String> dropped = namedIn(from.allValues("Connection"));
        from.map().forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!lower.startsWith(":") && crosses(lower, dropped) && !NOT_TOLD_TO_CALLERS.contains(lower)) {
                values.forEach(value -> to.accept(name, value));
            }
        });
    }

    private static boolean crosses(String lower, Set<String> dropped) {
        return !OF_THE_CONNECTION.contains(lower) && !dropped.contains(lower);
    }

    private static Set<String> namedIn(Iterable<String> connection) {
        Set<String> names = new HashSet<>();
        for (String value : connection) {
            for (String name : value.split(",")) {
                names.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }
}
