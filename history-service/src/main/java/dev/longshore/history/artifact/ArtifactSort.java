package dev.longshore.history.artifact;

import dev.longshore.history.request.SortColumn;
import dev.longshore.history.request.SortKey;

/** What lists of artifacts can be sorted by; the expressions are over {@code artifact a} and {@code run r}. */
enum ArtifactSort implements SortKey {
    CREATED_AT(SortColumn.instant("createdAt", "a.published_at")),
    EXPIRES_AT(SortColumn.instant("expiresAt", "COALESCE(r.expires_at, 'infinity')")),
    NAME(SortColumn.text("name", "a.name")),
    BYTES(SortColumn.number("bytes", "a.bytes")),
    TYPE(SortColumn.text("type", "COALESCE(r.type, '')")),
    SOURCE(SortColumn.text("source", "COALESCE(r.source, '')")),
    JOB_TITLE(SortColumn.text("jobTitle", "COALESCE(r.job_title, '')"));

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts
    private final SortColumn column;

    ArtifactSort(SortColumn column) {
        this.column = column;
    }

    @Override
    public SortColumn column() {
        return column;
    }

    /** Value of the expression for an artifact, as text that casts to the column's type. */
    String positionOf(ArtifactRow artifact) {
        return switch (this) {
            case CREATED_AT -> SortColumn.positionOf(artifact.publishedAt());
            case EXPIRES_AT -> SortColumn.positionOf(artifact.expiresAt());
            case NAME -> artifact.name();
            case BYTES -> SortColumn.positionOf(artifact.bytes());
            case TYPE -> SortColumn.positionOf(artifact.type());
            case SOURCE -> SortColumn.positionOf(artifact.source());
            case JOB_TITLE -> SortColumn.positionOf(artifact.jobTitle());
        };
    }
}
