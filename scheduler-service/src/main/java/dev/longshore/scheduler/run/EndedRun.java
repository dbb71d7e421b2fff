package dev.longshore.scheduler.run;

import dev.longshore.scheduler.settings.JobId;
import java.util.Optional;

/**
 * How a run ended, by the news of the workers.
 *
 * @param state COMPLETED, FAILED or CANCELLED
 * @param failureKind the kind that the workers gave the failure, for example {@code SOURCE_UNAVAILABLE}; empty unless it
 *     failed
 */
public record EndedRun(RunId id, JobId job, RunState state, Optional<String> failureKind) {}
