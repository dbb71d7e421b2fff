package dev.longshore.worker.source;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A moment in the source's life, taken on the primary: which transactions had begun by then and not ended. Can be stored and
 * asked about from another worker.
 *
 * @param begun the transactions, as {@code backend/number}; whether they had written yet does not matter, because the rows of
 *     a transaction may be dated at its begin
 * @param serverTime the source's clock at the cut, in microseconds: every transaction that begins later has a later begin
 */
public record Cut(List<String> begun, Instant serverTime) {
    public Cut {
        begun = List.copyOf(begun);
    }

    /** Compact text of this cut; {@link #decode} reads it back. */
    public String encode() {
        return "1 " + serverTime + " " + String.join(",", begun);
    }

    /** The cut that was encoded. Throws {@link IllegalArgumentException} for anything else. */
    public static Cut decode(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 3 || !parts[0].equals("1")) {
            throw new IllegalArgumentException("not a cut of version 1");
        }
        List<String> begun = parts[2].isEmpty() ? List.of() : Arrays.asList(parts[2].split(","));
        return new Cut(begun, Instant.parse(parts[1]));
    }
}
