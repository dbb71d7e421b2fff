package dev.longshore.standalone.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Checks a running installation and changes nothing: every completed run has its manifest and its files with the sizes
 * and SHA-256 that were said; history, manifest and event tell of the same rows; no staging is left behind; the chains of
 * windows have neither gap nor overlap. What expired or was deleted on purpose may be gone.
 */
public final class Auditor {
    private static final int PAGE = 200;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Connection history;
    private final Connection scheduler;
    private final Path store;

    /**
     * @param history as the role of history-service, read only
     * @param scheduler as the role of scheduler-service, read only
     * @param store folder of the artifact store
     */
    public Auditor(Connection history, Connection scheduler, Path store) {
        this.history = history;
        this.scheduler = scheduler;
        this.store = store;
    }

    /**
     * @throws IOException when a file is there and cannot be read
     * @throws SQLException when a database cannot be read
     */
    public AuditReport audit(Instant now) throws IOException, SQLException {
        HistoryAuditDao runs = new HistoryAuditDao(history);
        byte[] buffer = RunAuditor.newBuffer();
        List<String> breaches = new ArrayList<>();
        long count = 0;
        long files = 0;
        long bytes = 0;
        UUID last = BEFORE_ALL;
        List<AuditedRun> page;
        do {
            page = runs.findRuns(last, PAGE);
            for (AuditedRun run : page) {
                Finding finding = RunAuditor.audit(store, runs, now, run, buffer);
                count++;
                files += finding.files();
                bytes += finding.bytes();
                breaches.addAll(finding.breaches());
                last = run.runId();
            }
        } while (page.size() == PAGE);
        breaches.addAll(StagingAuditor.audit(store, runs, now));
        breaches.addAll(new ChainAuditDao(scheduler).findBreaches());
        return new AuditReport(count, files, bytes, breaches);
    }
}
