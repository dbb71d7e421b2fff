package dev.longshore.history.run;

import dev.longshore.history.request.SortDirection;
import dev.longshore.history.request.SortKey;
import org.jspecify.annotations.Nullable;

/** How a list of runs is ordered: by one field, ties by the time of the request and the run's id. */
record RunOrder(RunSort sort, SortDirection direction) {
    /** Newest first. */
    static final RunOrder NEWEST_FIRST = new RunOrder(RunSort.REQUESTED_AT, SortDirection.DESCENDING);

    /** @param text as in the API: a field, a leading minus for descending; null for the default */
    static RunOrder parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return NEWEST_FIRST;
        }
        return new RunOrder(SortKey.named(RunSort.class, text, "runs"), SortDirection.of(text));
    }
}
