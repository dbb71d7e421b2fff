package dev.longshore.console.user;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The passwords that people use most, some fifty thousand, in lower case and of at least six characters. They are read at
 * each question, in some milliseconds, and not kept: passwords are changed rarely.
 */
final class CommonPasswords {
    private static final String LIST = "/passwords/common.txt";

    private CommonPasswords() {}

    /** Whether the one or the other, both in lower case, is among them. */
    static boolean containAnyOf(String one, String other) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                requireNonNull(CommonPasswords.class.getResourceAsStream(LIST)), StandardCharsets.UTF_8))) {
            return lines.lines().anyMatch(common -> common.equals(one) || common.equals(other));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
