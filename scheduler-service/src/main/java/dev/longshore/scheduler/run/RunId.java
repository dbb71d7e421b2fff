package dev.longshore.scheduler.run;

import static java.util.Objects.requireNonNull;

import dev.longshore.platform.time.Ids;
import dev.longshore.scheduler.settings.JobId;
import java.time.Instant;
import java.util.UUID;

/** Identity of a run. */
public record RunId(UUID value) {
    public RunId {
        requireNonNull(value, "run id is null");
    }

    /** The run of a job for a fire time; the same whoever computes it, so that no race can make two of them. */
    public static RunId scheduled(JobId job, Instant fireTime) {
        return new RunId(Ids.nameBased(job.toString(), fireTime.toString()));
    }

    /** The run of a window of a backfill; the same whoever computes it. */
    public static RunId ofBackfill(UUID backfill, int window) {
        return new RunId(Ids.nameBased("backfill", backfill.toString(), Integer.toString(window)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
