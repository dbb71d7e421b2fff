package dev.longshore.worker.source;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A moment in the source's life, taken on the primary: which transactions had begun by then and not ended. Can be stored and
 * asked about from another worker.
 *
 * @param begun the transactions, as {@code backend/number}; whether they had written yet does not matter, because the rows of
 *     a transaction may be dated at its begin
 * @param serverTime the source's clock at the cut, in microseconds: every transaction that begins later has a later begin
 * @param serverStart when the source's server had started, which tells whether it is still the same; null in a cut that was stored
 *     by a version that did not keep it, and then it is taken for the same
 */
public record Cut(
        List<String> begun, Instant serverTime, @Nullable Instant serverStart) {
    public Cut {
        begun = List.copyOf(begun);
    }

    /** Compact text of this cut; {@link #decode} reads it back. */
    public String encode() {
        String transactions = String.join(",", begun);
        return serverStart == null
                ? "1 " + serverTime + " " + transactions
                : "2 " + serverTime + " " + serverStart + " " + transactions;
    }

    /** The cut that was encoded. Throws {@link IllegalArgumentException} for anything else. */
    public static Cut decode(String text) {
        String[] parts = text.split(" ", -1);
        boolean first = parts.length == 3 && parts[0].equals("1");
        boolean second = parts.length == 4 && parts[0].equals("2");
        if (!first && !second) {
            throw new IllegalArgumentException("not a cut of version 1 or 2");
        }
        String transactions = parts[parts.length - 1];
        List<String> begun = transactions.isEmpty() ? List.of() : Arrays.asList(transactions.split(","));
        return new Cut(begun, Instant.parse(parts[1]), second ? Instant.parse(parts[2]) : null);
    }
}
