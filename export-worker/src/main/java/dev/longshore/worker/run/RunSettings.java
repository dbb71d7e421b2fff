package dev.longshore.worker.run;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a run exports and how: the job's settings as they were when the run was issued. Never changes.
 *
 * @param trigger SCHEDULE, MANUAL, BACKFILL or RETRY
 * @param windowFrom first instant of the window; null when it is open at its start
 * @param windowTo first instant after the window; null when it is open at its end
 * @param entityTypes API names; null means all
 * @param splitSizeBytes largest size of one file; null means one file
 * @param retentionDays null means the installation's default
 */
public record RunSettings(
        int jobVersion,
        String jobTitle,
        String trigger,
        Instant fireTime,
        String timeZone,
        @Nullable Instant windowFrom,
        @Nullable Instant windowTo,
        String source,
        String type,
        @Nullable List<String> entityTypes,
        String dateColumn,
        String format,
        String compression,
        @Nullable Long splitSizeBytes,
        @Nullable String certificateId,
        @Nullable Integer retentionDays,
        @Nullable UUID retryOf,
        ClosingPolicy closingPolicy,
        long closingGraceMillis,
        long closingMaxWaitMillis,
        String requestedBy) {
    public RunSettings {
        entityTypes = entityTypes == null ? null : List.copyOf(entityTypes);
    }
}
