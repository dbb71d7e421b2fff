package dev.longshore.history.run;

import dev.longshore.history.request.SortDirection;
import dev.longshore.platform.web.InvalidRequestException;
import java.util.Arrays;
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
        SortDirection direction = SortDirection.of(text);
        RunSort sort = RunSort.named(direction.fieldOf(text))
                .orElseThrow(() -> InvalidRequestException.of(
                        "sort",
                        text,
                        "must be one of %s, with a leading - for descending; runs are sorted by one field at a time"
                                .formatted(Arrays.stream(RunSort.values())
                                        .map(known -> known.column().field())
                                        .toList())));
        return new RunOrder(sort, direction);
    }
}
