package dev.longshore.history.eta;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface EstimateDao {
    @SqlQuery("""
            SELECT r.job_id, r.status, r.exporting_at, r.laid_out_at, r.chunks, r.keys, r.laid_out_files,
                   r.laid_out_rows, r.laid_out_bytes, p.keys_held, p.chunks_held, p.assembled_rows, p.assembled_bytes,
                   p.files_done
            FROM run r JOIN run_progress p USING (run_id)
            WHERE r.run_id = :runId
            """)
    @RegisterConstructorMapper(EstimateInputRow.class)
    Optional<EstimateInputRow> findInput(UUID runId);

    @SqlQuery("""
            SELECT made_at, keys_held, keys_per_second, ends_at, earliest, latest
            FROM run_estimate
            WHERE run_id = :runId
            """)
    @RegisterConstructorMapper(Sample.class)
    Optional<Sample> findSample(UUID runId);

    /** The latest completed runs of a job that had something to export. */
    @SqlQuery("""
            SELECT keys, CAST(EXTRACT(EPOCH FROM laid_out_at - exporting_at) AS double precision) AS export_seconds,
                   CAST(EXTRACT(EPOCH FROM completed_at - laid_out_at) AS double precision) AS assembly_seconds
            FROM run
            WHERE job_id = :jobId AND completed_at IS NOT NULL AND keys > 0 AND laid_out_at > exporting_at
              AND completed_at >= laid_out_at
            ORDER BY completed_at DESC
            LIMIT :limit
            """)
    @RegisterConstructorMapper(PastRun.class)
    List<PastRun> findPastRuns(UUID jobId, int limit);

    @SqlUpdate("""
            INSERT INTO run_estimate (run_id, made_at, keys_held, keys_per_second, ends_at, earliest, latest)
            VALUES (:runId, :madeAt, :keysHeld, :keysPerSecond, :endsAt, :earliest, :latest)
            ON CONFLICT (run_id) DO UPDATE
            SET made_at = excluded.made_at, keys_held = excluded.keys_held,
                keys_per_second = excluded.keys_per_second, ends_at = excluded.ends_at, earliest = excluded.earliest,
                latest = excluded.latest
            """)
    void save(UUID runId, @BindMethods Sample sample);
}
