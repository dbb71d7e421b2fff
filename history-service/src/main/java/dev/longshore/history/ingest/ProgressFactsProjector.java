package dev.longshore.history.ingest;

import dev.longshore.events.ProgressReported;
import dev.longshore.history.ingest.AttemptFactDao.AttemptKey;
import dev.longshore.history.progress.TaskKind;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes progress into the tables of the read model, or of its shadow: for each attempt the furthest report counts, in
 * whatever order they come.
 */
@Component
class ProgressFactsProjector {
    private final RunFactDao runs;
    private final AttemptProjector attempts;

    ProgressFactsProjector(RunFactDao runs, AttemptProjector attempts) {
        this.runs = runs;
        this.attempts = attempts;
    }

    @Transactional
    public void apply(ProgressReported report) {
        UUID runId = UUID.fromString(report.getRunId());
        runs.lock(runId, report.getReportedAt());
        runs.insertUnlessKnown(runId, UUID.fromString(report.getJobId()), report.getReportedAt());
        AttemptKey key = new AttemptKey(
                runId,
                TaskKind.valueOf(report.getTaskKind().name()),
                report.getNumber(),
                report.getEpoch(),
                UUID.fromString(report.getTaskId()),
                report.getWorker());
        attempts.apply(
                key,
                facts -> facts.markReported(
                        key, report.getReportedAt(), report.getKeys(), report.getRows(), report.getBytes()));
    }
}
