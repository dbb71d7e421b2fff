package dev.longshore.history.artifact;

import dev.longshore.history.request.SortDirection;
import dev.longshore.history.request.SortKey;
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
        return new ArtifactOrder(SortKey.named(ArtifactSort.class, text, "artifacts"), SortDirection.of(text));
    }
}
