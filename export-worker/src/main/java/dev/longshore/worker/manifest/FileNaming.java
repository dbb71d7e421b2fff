package dev.longshore.worker.manifest;

import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Names of a run's files: {@code <job title>-<type>-<fire time>[-0003-of-0012].<extension>}.
 *
 * @param jobTitle in any script; letters and digits of every script are kept, everything else becomes a dash
 * @param typeSlug the type's name in file names
 * @param fireTime nominal time of the run; written in UTC to the second
 * @param extension without a dot
 */
public record FileNaming(String jobTitle, String typeSlug, Instant fireTime, String extension) {
    private static final DateTimeFormatter FIRE_TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** So that a name stays well within the 255 bytes of file systems, with four bytes for a character. */
    private static final int LONGEST_SLUG = 48;

    private static final String NAMELESS = "export";

    /**
     * The name of one file of the set.
     *
     * @param number from 1
     * @param count of files in the set; the only file of a set carries no number
     */
    public String nameOf(int number, int count) {
        if (number < 1 || number > count) {
            throw new IllegalArgumentException("file %d of %d".formatted(number, count));
        }
        String base = slug(jobTitle) + "-" + typeSlug + "-" + FIRE_TIME.format(fireTime);
        String part = count == 1 ? "" : String.format(Locale.ROOT, "-%04d-of-%04d", number, count);
        return base + part + "." + extension;
    }

    private static String slug(String title) {
        String lower = Normalizer.normalize(title, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder slug = new StringBuilder();
        int[] characters = lower.codePoints().toArray();
        int kept = 0;
        for (int character : characters) {
            boolean keep = Character.isLetterOrDigit(character) || isMark(character);
            if (keep && kept < LONGEST_SLUG) {
                slug.appendCodePoint(character);
                kept++;
            } else if (!keep && !slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        }
        int end = slug.length();
        while (end > 0 && slug.charAt(end - 1) == '-') {
            end--;
        }
        return end == 0 ? NAMELESS : slug.substring(0, end);
    }

    /** Vowel signs and accents that their script writes as characters of their own: without them words become others. */
    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
