package dev.longshore.console.user;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a password that somebody chooses must be like: long, and not what is guessed first. No rules about kinds of
 * characters and no expiry (OWASP ASVS 5.0, 6.2).
 */
final class PasswordPolicy {
    private static final int LEAST_CHARACTERS = 12;

    /** bcrypt looks no further. */
    private static final int MOST_BYTES = 72;

    private static final int LEAST_DIFFERENT = 5;
    private static final int LEAST_BESIDE_NAME = 8;
    private static final Set<String> GUESSED_FIRST = Set.of(
            "administrator",
            "adminadmin",
            "changeme",
            "correcthorsebatterystaple",
            "iloveyou",
            "kennwort",
            "letmein",
            "longshore",
            "passwort",
            "password",
            "passwordpassword",
            "qwertyuiop",
            "qwertyuiopasdfghjkl",
            "qwertzuiop",
            "welcome");

    private PasswordPolicy() {}

    /** What is wrong with the password, in words; empty when it is good. */
    static Optional<String> problem(String password, String userName) {
        int bytes = password.getBytes(StandardCharsets.UTF_8).length;
        String lower = password.toLowerCase(Locale.ROOT);
        String letters = lower.replaceAll("[^\\p{L}]", "");
        if (password.codePointCount(0, password.length()) < LEAST_CHARACTERS) {
            return Optional.of("must have at least %d characters".formatted(LEAST_CHARACTERS));
        }
        if (bytes > MOST_BYTES) {
            return Optional.of("must have at most %d bytes in UTF-8, has %d".formatted(MOST_BYTES, bytes));
        }
        if (lower.replace(userName, "").length() < LEAST_BESIDE_NAME) {
            return Optional.of("must be more than the user's name");
        }
        if (password.chars().distinct().count() < LEAST_DIFFERENT) {
            return Optional.of("must have at least %d different characters".formatted(LEAST_DIFFERENT));
        }
        if (GUESSED_FIRST.contains(letters)) {
            return Optional.of("must not be a common password with something added");
        }
        return Optional.empty();
    }
}
