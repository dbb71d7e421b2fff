package dev.longshore.history.artifact;

import dev.longshore.platform.web.InvalidRequestException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How a list of artifacts is ordered: by one field, ties by the artifact's id. */
record ArtifactOrder(ArtifactSort sort, boolean descending) {
    /** Newest first. */
    static final ArtifactOrder NEWEST_FIRST = new ArtifactOrder(ArtifactSort.CREATED_AT, true);

    /** SQL keyword of ORDER BY. */
    String keyword() {
        return descending ? "DESC" : "ASC";
    }

    /** SQL operator that holds for what comes later in this order. */
    String beyond() {
        return descending ? "<" : ">";
    }

    /** Text in the API. */
    String text() {
        return (descending ? "-" : "") + sort.field();
    }

    /** @param text as in the API: a field, a leading minus for descending; null for the default */
    static ArtifactOrder parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return NEWEST_FIRST;
        }
        boolean descending = text.startsWith("-");
        ArtifactSort sort = ArtifactSort.named(descending ? text.substring(1) : text)
                .orElseThrow(() -> InvalidRequestException.of(
                        "sort",
                        text,
                        "must be one of %s, with a leading - for descending; artifacts are sorted by one field at a time"
                                .formatted(Arrays.stream(ArtifactSort.values())
                                        .map(ArtifactSort::field)
                                        .toList())));
        return new ArtifactOrder(sort, descending);
    }
}
