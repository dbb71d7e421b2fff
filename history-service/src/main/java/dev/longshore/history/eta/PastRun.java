package dev.longshore.history.eta;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A completed run of the same job.
 *
 * @param keys keys it exported, more than 0
 * @param expectedRows rows that its plan expected; null when unknown
 * @param expectedBytes bytes that its plan expected; null when unknown
 * @param rows rows in its files
 * @param bytes bytes in its files, before compression
 * @param files number of its files
 * @param exportSeconds from its first chunk's begin to the layout of its files, more than 0
 * @param assemblySeconds from there to its completion, at least 0
 * @param slots chunks that were exported at once, on average; null when nobody counted
 * @param tenths as {@link Pace#passed}; empty when nobody looked
 */
record PastRun(
        long keys,
        @Nullable Long expectedRows,
        @Nullable Long expectedBytes,
        long rows,
        long bytes,
        int files,
        double exportSeconds,
        double assemblySeconds,
        @Nullable Double slots,
        List<Double> tenths) {
    PastRun {
        tenths = List.copyOf(tenths);
    }
}
