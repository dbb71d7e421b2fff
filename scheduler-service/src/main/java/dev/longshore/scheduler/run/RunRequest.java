package dev.longshore.scheduler.run;

import dev.longshore.scheduler.settings.JobId;
import dev.longshore.scheduler.settings.JobSettings;
import dev.longshore.scheduler.window.Window;
import java.time.Instant;
import java.util.Optional;

/**
 * A run to be issued, or to be recorded as skipped.
 *
 * @param version version of the job that the settings are
 * @param fireTime when it was due; for a run asked for by hand, when it was asked for
 * @param requestedBy user, or {@code scheduler}
 * @param retryOf run that it repeats
 */
public record RunRequest(
        RunId id,
        JobId job,
        int version,
        JobSettings settings,
        Trigger trigger,
        Instant fireTime,
        Window window,
        String requestedBy,
        Optional<RunId> retryOf) {
    private static final String SCHEDULER = "scheduler";

    /** The run that the schedule names; its identity follows from the job and the fire time. */
    public static RunRequest scheduled(JobId job, int version, JobSettings settings, Instant fireTime, Window window) {
        return new RunRequest(
                RunId.scheduled(job, fireTime),
                job,
                version,
                settings,
                Trigger.SCHEDULE,
                fireTime,
                window,
                SCHEDULER,
                Optional.empty());
    }
}
