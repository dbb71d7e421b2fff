package dev.longshore.console.oidc;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a browser goes after the sign-in: a path of this console, whatever was asked for. */
final class ReturnPath {
    static final String HOME = "/";

    /** One slash, then no second one and no backslash (browsers take it for a slash), and no control characters. */
    private static final Pattern OWN = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,1000}");

    private ReturnPath() {}

    static String of(@Nullable String asked) {
        if (asked == null || asked.startsWith("/sign-in") || !OWN.matcher(asked).matches()) {
            return HOME;
        }
        return asked;
    }
}
