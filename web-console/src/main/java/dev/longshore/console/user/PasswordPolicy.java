package dev.longshore.console.user;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a password that somebody chooses must be like: long, and not what is guessed first. No rules about kinds of
 * characters and no expiry (OWASP ASVS 5.0, 6.2). A common password stays one when digits or signs are put around it or in it.
 */
final class PasswordPolicy {
    private static final int LEAST_CHARACTERS = 12;

    /** bcrypt looks no further. */
    private static final int MOST_BYTES = 72;

    private static final int LEAST_DIFFERENT = 5;
    private static final int LEAST_BESIDE_NAME = 8;

    /** Words of this product and its surroundings, with which guessing begins (6.1.2); docs/security.md lists them. */
    private static final Set<String> WORDS_OF_THE_PLACE = Set.of(
            "admin",
            "administrator",
            "contactcenter",
            "contactcentre",
            "contacthistory",
            "correcthorsebatterystaple",
            "exporter",
            "kennwort",
            "longshore",
            "longshoreman",
            "password",
            "passwort",
            "qwertyuiopasdfghjkl",
            "qwertzuiop",
            "viewer",
            "willkommen");

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
        if (isWordOfThePlace(letters) || CommonPasswords.containAnyOf(lower, letters)) {
            return Optional.of("must not be a common password, with or without something added");
        }
        return Optional.empty();
    }

    /** Alone, or written several times. */
    private static boolean isWordOfThePlace(String letters) {
        return WORDS_OF_THE_PLACE.stream()
                .anyMatch(
                        word -> !letters.isEmpty() && letters.replace(word, "").isEmpty());
    }
}
