package dev.longshore.history.request;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * What a list can be sorted by: an expression that is never null, so that a page can begin beyond any of its values.
 *
 * @param field name in the API
 * @param expression SQL expression; nothing that a caller wrote
 * @param sqlType SQL type of the expression: timestamptz, interval, bigint or text
 */
public record SortColumn(String field, String expression, String sqlType) {
    private static final String NEVER = "infinity";
    /** What the server takes for an instant, with room to spare. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    public static SortColumn instant(String field, String expression) {
        return new SortColumn(field, expression, "timestamptz");
    }

    public static SortColumn duration(String field, String expression) {
        return new SortColumn(field, expression, "interval");
    }

    public static SortColumn number(String field, String expression) {
        return new SortColumn(field, expression, "bigint");
    }

    public static SortColumn text(String field, String expression) {
        return new SortColumn(field, expression, "text");
    }

    /** Whether a text is a value of the expression, so that the server can cast it: a cursor may be forged. */
    public boolean isPosition(String text) {
        return switch (sqlType) {
            case "timestamptz" -> text.equals(NEVER) || isInstant(text);
            case "interval" -> text.equals("0") || text.matches("-?\\d{1,18} microseconds");
            case "bigint" -> text.matches("-?\\d{1,18}");
            default -> text.indexOf(0) < 0;
        };
    }

    /** The value of an instant that sorts behind all others where there is none. */
    public static String positionOf(@Nullable Instant instant) {
        return instant == null ? NEVER : instant.toString();
    }

    /** The value of a text that sorts before all others where there is none. */
    public static String positionOf(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The value of a number that sorts before all others where there is none. */
    public static String positionOf(@Nullable Long number) {
        return number == null ? "-1" : number.toString();
    }

    /** Whether a text is an instant that the server can cast. */
    public static boolean isInstant(String text) {
        try {
            Instant instant = Instant.parse(text);
            return !instant.isBefore(EARLIEST) && !instant.isAfter(LATEST);
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
