package dev.longshore.history.ingest;

import dev.longshore.events.ProgressReported;
import dev.longshore.history.ingest.AttemptFactDao.AmountsRow;
import dev.longshore.history.ingest.AttemptFactDao.AttemptKey;
import dev.longshore.history.ingest.RunFactDao.TouchedRow;
import dev.longshore.history.progress.TaskKind;
import java.util.List;
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
        List<TouchedRow> run = List.of(new TouchedRow(
                runId, UUID.fromString(report.getJobId()), report.getReportedAt(), report.getReportedAt()));
        runs.lock(run);
        runs.insertUnlessKnown(run);
        AttemptKey key = new AttemptKey(
                runId,
                TaskKind.valueOf(report.getTaskKind().name()),
                report.getNumber(),
                report.getEpoch(),
                UUID.fromString(report.getTaskId()),
                report.getWorker());
        AmountsRow reported =
                new AmountsRow(key, report.getReportedAt(), report.getKeys(), report.getRows(), report.getBytes());
        attempts.apply(List.of(key), facts -> facts.markReported(List.of(reported)));
    }
}
