package dev.longshore.history.ingest;

import dev.longshore.events.ProgressReported;
import dev.longshore.history.ingest.AttemptFactDao.AmountsRow;
import dev.longshore.history.ingest.AttemptFactDao.AttemptKey;
import dev.longshore.history.ingest.RunFactDao.TouchedRow;
import dev.longshore.history.progress.TaskKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /** @param reports of any attempts, in any order */
    @Transactional
    public void apply(List<ProgressReported> reports) {
        Map<UUID, TouchedRow> touched = new LinkedHashMap<>();
        List<AmountsRow> reported = new ArrayList<>();
        for (ProgressReported report : reports) {
            UUID runId = UUID.fromString(report.getRunId());
            Instant at = report.getReportedAt();
            touched.merge(runId, new TouchedRow(runId, UUID.fromString(report.getJobId()), at, at), TouchedRow::and);
            AttemptKey key = new AttemptKey(
                    runId,
                    TaskKind.valueOf(report.getTaskKind().name()),
                    report.getNumber(),
                    report.getEpoch(),
                    UUID.fromString(report.getTaskId()),
                    report.getWorker());
            reported.add(new AmountsRow(key, at, report.getKeys(), report.getRows(), report.getBytes()));
        }
        if (!reported.isEmpty()) {
            runs.lock(touched.values());
            runs.insertUnlessKnown(touched.values());
            attempts.apply(
                    reported.stream().map(AmountsRow::key).collect(Collectors.toSet()),
                    facts -> facts.markReported(reported));
        }
    }
}
