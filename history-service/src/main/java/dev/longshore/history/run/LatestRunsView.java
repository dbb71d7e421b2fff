package dev.longshore.history.run;

import java.util.List;
import java.util.UUID;

/**
 * The latest runs of jobs.
 *
 * @param items one for each job that was asked for, in that order
 */
record LatestRunsView(List<JobRunsView> items) {
    /**
     * The latest runs of one job.
     *
     * @param runs newest first; none when the job has not run, or when all its lines are deleted
     */
    record JobRunsView(UUID jobId, List<RunView> runs) {}
}
