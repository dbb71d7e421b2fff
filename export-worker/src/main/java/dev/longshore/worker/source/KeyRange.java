package dev.longshore.worker.source;

import org.jspecify.annotations.Nullable;

/**
 * A part of a window's records that lie together in their order: those after one position, up to and including another. A
 * range holds either records with a date or records without one, never both, because only so can one index scan serve it.
 *
 * @param dated whether the range holds the records that have a date
 * @param after the position before the first record; null when the range begins where the window (or, for records without
 *     a date, their part of it) begins
 * @param through the position of the last record; null when the range ends where the window ends
 */
public record KeyRange(
        boolean dated,
        @Nullable KeyPosition after,
        @Nullable KeyPosition through) {
    public KeyRange {
        requireKind(dated, after);
        requireKind(dated, through);
    }

    /** Compact text of this range, to be stored with a chunk; {@link #decode} reads it back. */
    public String encode() {
        return KeyRangeText.encode(this);
    }

    /** The range that was encoded. Throws {@link IllegalArgumentException} for anything else. */
    public static KeyRange decode(String text) {
        return KeyRangeText.decode(text);
    }

    private static void requireKind(boolean dated, @Nullable KeyPosition position) {
        if (position != null && dated != (position.date() != null)) {
            throw new IllegalArgumentException("a range holds records with a date or without one, not both");
        }
    }
}
