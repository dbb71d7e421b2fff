package dev.longshore.history.ingest;

import dev.longshore.history.ingest.AttemptFactDao.AttemptKey;
import dev.longshore.history.ingest.RunFactDao.TouchedRow;
import dev.longshore.history.progress.TaskKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * The way to the shadow of the read model: tables of the same names in a schema beside, which are found first while a
 * transaction's search path begins with it. What the shadow lacks is found where it always is.
 */
interface ShadowDao {
    /**
     * Whether a rebuild is under way. True for good within a transaction that has written to {@code run_progress}: a
     * rebuild begins and ends under a lock of that table.
     */
    @SqlQuery("SELECT EXISTS (SELECT 1 FROM rebuild WHERE state = 'RUNNING')")
    boolean isBeingBuilt();

    @SqlQuery("SELECT current_setting('search_path')")
    String findSearchPath();

    /** @return the path that is in force until the end of the transaction */
    @SqlQuery("""
            SELECT set_config('search_path', quote_ident(current_schema() || '_rebuild') || ', ' || :path, true)
            """)
    String enterShadow(String path);

    @SqlQuery("SELECT set_config('search_path', :path, true)")
    String returnTo(String path);

    /** Name of the shadow's schema, quoted; to be asked outside of the shadow. */
    @SqlQuery("SELECT quote_ident(current_schema() || '_rebuild')")
    String findShadowSchema();

    /** Ends the rebuild under way, if any: what it built is not complete. */
    @SqlUpdate("""
            UPDATE rebuild SET state = 'FAILED', ended_at = clock_timestamp(), failure = :cause
            WHERE state = 'RUNNING'
            """)
    int markFailed(String cause);

    /**
     * Attempts of which progress was reported and no event tells, or not yet; to be asked outside of the shadow.
     *
     * @param shadow the shadow's schema
     */
    @SqlQuery("""
            SELECT l.run_id, r.job_id, l.task_kind, l.number, l.epoch, l.task_id, l.worker, l.reported_at
            FROM attempt l JOIN run r ON r.run_id = l.run_id
            WHERE l.reported_at IS NOT NULL
              AND NOT EXISTS (
                  SELECT 1
                  FROM <shadow>.attempt s
                  WHERE s.run_id = l.run_id AND s.task_kind = l.task_kind AND s.number = l.number AND s.epoch = l.epoch)
            LIMIT :limit
            """)
    @RegisterConstructorMapper(ReportedRow.class)
    List<ReportedRow> findReportedOnly(@Define String shadow, int limit);

    /** An attempt that is known by its progress alone. */
    record ReportedRow(
            UUID runId,
            UUID jobId,
            TaskKind taskKind,
            int number,
            long epoch,
            UUID taskId,
            String worker,
            Instant reportedAt) {
        TouchedRow touched() {
            return new TouchedRow(runId, jobId, reportedAt, reportedAt);
        }

        AttemptKey key() {
            return new AttemptKey(runId, taskKind, number, epoch, taskId, worker);
        }
    }
}
