package dev.longshore.history.artifact;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What lists of artifacts can be sorted by; the expressions are never null. */
enum ArtifactSort {
    CREATED_AT("createdAt", "a.published_at", "timestamptz"),
    EXPIRES_AT("expiresAt", "COALESCE(r.expires_at, 'infinity')", "timestamptz"),
    NAME("name", "a.name", "text"),
    BYTES("bytes", "a.bytes", "bigint"),
    TYPE("type", "COALESCE(r.type, '')", "text"),
    SOURCE("source", "COALESCE(r.source, '')", "text"),
    JOB_TITLE("jobTitle", "COALESCE(r.job_title, '')", "text");

    private final String field;
    private final String expression;
    private final String sqlType;

    ArtifactSort(String field, String expression, String sqlType) {
        this.field = field;
        this.expression = expression;
        this.sqlType = sqlType;
    }

    /** Name in the API. */
    String field() {
        return field;
    }

    /** SQL expression over {@code artifact a} and {@code run r}. */
    String expression() {
        return expression;
    }

    /** SQL type of the expression. */
    String sqlType() {
        return sqlType;
    }

    /** Value of the expression for an artifact, as text that casts to {@link #sqlType()}. */
    String positionOf(ArtifactRow artifact) {
        return switch (this) {
            case CREATED_AT -> artifact.publishedAt().toString();
            case EXPIRES_AT -> text(artifact.expiresAt());
            case NAME -> artifact.name();
            case BYTES -> Long.toString(artifact.bytes());
            case TYPE -> plain(artifact.type());
            case SOURCE -> plain(artifact.source());
            case JOB_TITLE -> plain(artifact.jobTitle());
        };
    }

    static Optional<ArtifactSort> named(String field) {
        return Arrays.stream(values()).filter(sort -> sort.field.equals(field)).findFirst();
    }

    private static String text(@Nullable Instant instant) {
        return instant == null ? "infinity" : instant.toString();
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text;
    }
}
