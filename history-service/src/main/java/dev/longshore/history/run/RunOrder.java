package dev.longshore.history.run;

import dev.longshore.platform.web.InvalidRequestException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How a list of runs is ordered: by one field, ties by the time of the request and the run's id. */
record RunOrder(RunSort sort, Direction direction) {
    /** Newest first. */
    static final RunOrder NEWEST_FIRST = new RunOrder(RunSort.REQUESTED_AT, Direction.DESCENDING);

    /** Which way. */
    enum Direction {
        ASCENDING("ASC", ">"),
        DESCENDING("DESC", "<");

        private final String keyword;
        private final String beyond;

        Direction(String keyword, String beyond) {
            this.keyword = keyword;
            this.beyond = beyond;
        }

        /** SQL keyword of ORDER BY. */
        String keyword() {
            return keyword;
        }

        /** SQL operator that holds for what comes later in this order. */
        String beyond() {
            return beyond;
        }
    }

    /** @param text as in the API: a field, a leading minus for descending; null for the default */
    static RunOrder parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return NEWEST_FIRST;
        }
        boolean descending = text.startsWith("-");
        RunSort sort = RunSort.named(descending ? text.substring(1) : text)
                .orElseThrow(() -> InvalidRequestException.of(
                        "sort",
                        text,
                        "must be one of %s, with a leading - for descending; runs are sorted by one field at a time"
                                .formatted(Arrays.stream(RunSort.values())
                                        .map(RunSort::field)
                                        .toList())));
        return new RunOrder(sort, descending ? Direction.DESCENDING : Direction.ASCENDING);
    }
}
