package dev.longshore.platform.audit;

import org.jspecify.annotations.Nullable;

/**
 * A field whose value an act changed. Never a secret, never the content of an exported row.
 *
 * @param field path of the field, such as {@code schedule.everyHours}
 * @param from value before; null when there was none
 * @param to value after; null when there is none
 */
public record AuditChange(
        String field, @Nullable String from, @Nullable String to) {
    private static final int LONGEST = 2_000;

    /** Longer values are cut after 2,000 characters, so that a record always fits into a message. */
    public AuditChange {
        from = cut(from);
        to = cut(to);
    }

    private static @Nullable String cut(@Nullable String value) {
        return value == null || value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "...";
    }
}
