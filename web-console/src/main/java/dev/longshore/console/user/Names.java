package dev.longshore.console.user;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of users: what people type, and what is stored. */
final class Names {
    static final String RULE = "must have 1 to 100 characters: letters, digits, and . _ @ + - (not at the beginning)";

    private static final Pattern NEW = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{0,99}");

    private Names() {}

    /** The stored form of what was typed; empty for what is nobody's (PostgreSQL's text cannot hold NUL). */
    static Optional<String> stored(String typed) {
        String name = typed.strip().toLowerCase(Locale.ROOT);
        return name.indexOf('\0') < 0 ? Optional.of(name) : Optional.empty();
    }

    /** The name of a user to be; empty when it breaks {@link #RULE}. */
    static Optional<String> ofNewUser(String typed) {
        return stored(typed).filter(name -> NEW.matcher(name).matches() && name.length() <= 100);
    }
}
