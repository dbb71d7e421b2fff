package dev.longshore.history.artifact;

import dev.longshore.history.request.SortDirection;
import dev.longshore.platform.web.InvalidRequestException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How a list of artifacts is ordered: by one field, ties by the artifact's id. */
record ArtifactOrder(ArtifactSort sort, SortDirection direction) {
    /** Newest first. */
    static final ArtifactOrder NEWEST_FIRST = new ArtifactOrder(ArtifactSort.CREATED_AT, SortDirection.DESCENDING);

    /** Text in the API. */
    String text() {
        return direction.sortBy(sort.column().field());
    }

    /** @param text as in the API: a field, a leading minus for descending; null for the default */
    static ArtifactOrder parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return NEWEST_FIRST;
        }
        SortDirection direction = SortDirection.of(text);
        ArtifactSort sort = ArtifactSort.named(direction.fieldOf(text))
                .orElseThrow(() -> InvalidRequestException.of(
                        "sort",
                        text,
                        "must be one of %s, with a leading - for descending; artifacts are sorted by one field at a time"
                                .formatted(Arrays.stream(ArtifactSort.values())
                                        .map(known -> known.column().field())
                                        .toList())));
        return new ArtifactOrder(sort, direction);
    }
}
