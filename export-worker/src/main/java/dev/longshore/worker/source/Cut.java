package dev.longshore.worker.source;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A moment in the source's life, taken on the primary: which transactions had begun by then. Can be stored and asked about from
 * another worker.
 *
 * @param transactionId every transaction that held an id at the cut has a smaller one
 * @param begun transactions that had begun but held no id yet, as {@code backend/number}; they may still write rows that are
 *     dated before the cut
 * @param serverTime the source's clock at the cut, in microseconds
 */
public record Cut(long transactionId, List<String> begun, Instant serverTime) {
    public Cut {
        begun = List.copyOf(begun);
    }

    /** Compact text of this cut; {@link #decode} reads it back. */
    public String encode() {
        return "1 " + transactionId + " " + serverTime + " " + String.join(",", begun);
    }

    /** The cut that was encoded. Throws {@link IllegalArgumentException} for anything else. */
    public static Cut decode(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 4 || !parts[0].equals("1")) {
            throw new IllegalArgumentException("not a cut of version 1");
        }
        List<String> begun = parts[3].isEmpty() ? List.of() : Arrays.asList(parts[3].split(","));
        return new Cut(Long.parseLong(parts[1]), begun, Instant.parse(parts[2]));
    }
}
