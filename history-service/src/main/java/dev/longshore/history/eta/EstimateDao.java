package dev.longshore.history.eta;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface EstimateDao {
    @SqlQuery("""
            SELECT r.job_id, r.status, r.exporting_at, r.laid_out_at, r.ended_at, r.chunks, r.keys, r.expected_rows,
                   r.expected_bytes, r.laid_out_files, r.laid_out_rows, r.laid_out_bytes, p.as_of, p.keys_held,
                   p.rows_held, p.bytes_held, p.chunks_done, p.assembled_rows, p.assembled_bytes, p.files_done
            FROM run r JOIN run_progress p USING (run_id)
            WHERE r.run_id = :runId
            """)
    @RegisterConstructorMapper(EstimateInputRow.class)
    Optional<EstimateInputRow> findInput(UUID runId);

    /** Chunks without a result that an attempt holds, or was lost with: as many as there are slots, and a few. */
    @SqlQuery("""
            SELECT a.keys, a.rows, a.bytes, GREATEST(a.started_at, a.reported_at) AS news_at
            FROM attempt a
            WHERE a.run_id = :runId AND a.task_kind = 'EXPORT' AND a.done_at IS NULL AND a.failed_at IS NULL
              AND NOT EXISTS (
                  SELECT 1
                  FROM attempt other
                  WHERE other.run_id = a.run_id AND other.task_kind = a.task_kind AND other.number = a.number
                    AND (other.done_at IS NOT NULL OR other.epoch > a.epoch))
            ORDER BY a.number
            LIMIT 10000
            """)
    @RegisterConstructorMapper(OpenChunkRow.class)
    List<OpenChunkRow> findOpenChunks(UUID runId);

    @SqlQuery("""
            SELECT made_at, keys_held, slots, keys, slot_seconds, seconds, recent_keys, recent_slot_seconds, tenths,
                   ends_at
            FROM run_estimate
            WHERE run_id = :runId
            """)
    @RegisterConstructorMapper(EstimateRow.class)
    Optional<EstimateRow> findEstimate(UUID runId);

    @SqlUpdate("""
            INSERT INTO run_estimate (run_id, made_at, keys_held, slots, keys, slot_seconds, seconds, recent_keys,
                                      recent_slot_seconds, tenths, ends_at, earliest, latest)
            VALUES (:runId, :madeAt, :keysHeld, :slots, :keys, :slotSeconds, :seconds, :recentKeys,
                    :recentSlotSeconds, :tenths, :endsAt, :earliest, :latest)
            ON CONFLICT (run_id) DO UPDATE
            SET made_at = excluded.made_at, keys_held = excluded.keys_held, slots = excluded.slots,
                keys = excluded.keys, slot_seconds = excluded.slot_seconds, seconds = excluded.seconds,
                recent_keys = excluded.recent_keys, recent_slot_seconds = excluded.recent_slot_seconds,
                tenths = excluded.tenths, ends_at = excluded.ends_at, earliest = excluded.earliest,
                latest = excluded.latest, work_seconds = NULL, work_least = NULL, work_most = NULL
            """)
    void save(UUID runId, @BindMethods EstimateRow estimate);

    /** Unless the first chunk was begun meanwhile and an estimate of the end made. */
    @SqlUpdate("""
            INSERT INTO run_estimate AS e (run_id, made_at, keys_held, slots, keys, slot_seconds, seconds, recent_keys,
                                           recent_slot_seconds, tenths, work_seconds, work_least, work_most)
            VALUES (:runId, :madeAt, 0, 0, 0, 0, 0, 0, 0, CAST('{}' AS double precision[]), :likely, :least, :most)
            ON CONFLICT (run_id) DO UPDATE
            SET made_at = excluded.made_at, work_seconds = excluded.work_seconds, work_least = excluded.work_least,
                work_most = excluded.work_most
            WHERE e.seconds = 0 AND e.ends_at IS NULL
            """)
    void saveWork(UUID runId, Instant madeAt, double likely, double least, double most);

    @SqlUpdate("""
            INSERT INTO told_estimate (run_id, made_at, news_at, ends_at, earliest, latest)
            VALUES (:runId, :madeAt, :newsAt, :endsAt, :earliest, :latest)
            ON CONFLICT DO NOTHING
            """)
    void insertTold(UUID runId, @BindMethods Estimate estimate);

    @SqlQuery("""
            SELECT max(made_at) FROM told_estimate WHERE run_id = :runId
            """)
    Optional<Instant> findLastTold(UUID runId);

    /** In the order of their making: some thousands, even for a run of days. */
    @SqlQuery("""
            SELECT made_at, news_at, ends_at, earliest, latest
            FROM told_estimate
            WHERE run_id = :runId
            ORDER BY made_at
            LIMIT 100000
            """)
    @RegisterConstructorMapper(Estimate.class)
    List<Estimate> findTold(UUID runId);

    @SqlUpdate("""
            DELETE FROM told_estimate WHERE run_id = :runId
            """)
    int deleteTold(UUID runId);

    /** The latest completed runs of a job that had something to export. */
    @SqlQuery("""
            SELECT r.keys, r.expected_rows, r.expected_bytes, r.laid_out_rows AS rows, r.laid_out_bytes AS bytes,
                   r.laid_out_files AS files,
                   CAST(EXTRACT(EPOCH FROM r.laid_out_at - r.exporting_at) AS double precision) AS export_seconds,
                   CAST(EXTRACT(EPOCH FROM r.completed_at - r.laid_out_at) AS double precision) AS assembly_seconds,
                   q.slots, COALESCE(q.tenths, CAST('{}' AS double precision[])) AS tenths
            FROM run r LEFT JOIN eta_quality q ON q.run_id = r.run_id
            WHERE r.job_id = :jobId AND r.completed_at IS NOT NULL AND r.keys > 0 AND r.laid_out_at > r.exporting_at
              AND r.completed_at >= r.laid_out_at
            ORDER BY r.completed_at DESC
            LIMIT :limit
            """)
    @RegisterConstructorMapper(PastRun.class)
    List<PastRun> findPastRuns(UUID jobId, int limit);

    /** The estimate last made for a run, as its columns hold it. */
    record EstimateRow(
            Instant madeAt,
            double keysHeld,
            double slots,
            double keys,
            double slotSeconds,
            double seconds,
            double recentKeys,
            double recentSlotSeconds,
            List<Double> tenths,
            @Nullable Instant endsAt,
            @Nullable Instant earliest,
            @Nullable Instant latest) {

        static EstimateRow of(Sample sample, Eta.@Nullable Expected interval) {
            Speed speed = sample.speed();
            return new EstimateRow(
                    sample.madeAt(),
                    speed.keysHeld(),
                    speed.slots(),
                    speed.keys(),
                    speed.slotSeconds(),
                    speed.seconds(),
                    speed.recentKeys(),
                    speed.recentSlotSeconds(),
                    sample.tenths(),
                    interval == null ? null : interval.at(),
                    interval == null ? null : interval.earliest(),
                    interval == null ? null : interval.latest());
        }

        Sample sample() {
            Speed speed = new Speed(keysHeld, slots, keys, slotSeconds, seconds, recentKeys, recentSlotSeconds);
            return new Sample(madeAt, speed, tenths, endsAt);
        }

        /** Whether this was made while chunks were exported; before, only the length of the work was estimated. */
        boolean isOfTheEnd() {
            return seconds > 0 || endsAt != null;
        }
    }

    /**
     * What was told of a run's end at an instant.
     *
     * @param madeAt when
     * @param newsAt latest news of the run that it rests on
     * @param endsAt likeliest end; null, as the two bounds, when the end was unknown
     */
    record Estimate(
            Instant madeAt,
            Instant newsAt,
            @Nullable Instant endsAt,
            @Nullable Instant earliest,
            @Nullable Instant latest) {}
}
