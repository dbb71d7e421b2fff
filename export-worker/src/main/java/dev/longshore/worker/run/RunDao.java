package dev.longshore.worker.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Runs. Whoever changes a run, its tasks or appends its events holds the run's row lock first ({@link #lock}). */
@RegisterConstructorMapper(RunRow.class)
public interface RunDao {
    /** Reads a run. */
    String RUN = """
            SELECT run_id, job_id, state, job_version, job_title, trigger, fire_time, time_zone,
                window_from, window_to, source, type, entity_types, date_column, format, compression,
                split_size_bytes, certificate_id, retention_days, retry_of,
                closing_policy, closing_grace_millis, closing_max_wait_millis, requested_by,
                accepted_at, cut, wait_until, wait_announced, closed_through, closing_warning,
                chunks, chunks_done, keys, expected_rows, files, files_done, manifest_sha256, manifest_bytes, expires_at, finished_at,
                clock_timestamp() AS read_at
            FROM run
            WHERE run_id = :runId
            """;

    /** Lets commands about one run wait for each other until the transaction ends, whether or not the run exists yet. */
    @SqlQuery("""
            SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('run:' || :runId, 0))) AS locked
            """)
    int lockCommands(String runId);

    /** @return false when the run was there already */
    @SqlUpdate("""
            INSERT INTO run (run_id, job_id, state, job_version, job_title, trigger, fire_time, time_zone,
                window_from, window_to, source, type, entity_types, date_column, format, compression,
                split_size_bytes, certificate_id, retention_days, retry_of,
                closing_policy, closing_grace_millis, closing_max_wait_millis, requested_by)
            VALUES (:runId, :jobId, 'PLANNING', :s.jobVersion, :s.jobTitle, :s.trigger, :s.fireTime, :s.timeZone,
                :s.windowFrom, :s.windowTo, :s.source, :s.type, :s.entityTypes, :s.dateColumn, :s.format, :s.compression,
                :s.splitSizeBytes, :s.certificateId, :s.retentionDays, :s.retryOf,
                :s.closingPolicy, :s.closingGraceMillis, :s.closingMaxWaitMillis, :s.requestedBy)
            ON CONFLICT DO NOTHING
            """)
    boolean insert(UUID runId, UUID jobId, @BindMethods("s") RunSettings settings);

    @SqlQuery(RUN)
    Optional<RunRow> find(UUID runId);

    /** Reads the run and holds its row until the transaction ends. */
    @SqlQuery(RUN + "FOR UPDATE")
    Optional<RunRow> lock(UUID runId);

    /** Records the cut, once: later calls change nothing. */
    @SqlUpdate("""
            UPDATE run
            SET cut = :cut, wait_until = clock_timestamp() + :maxWaitMillis * interval '1 millisecond'
            WHERE run_id = :runId AND state = 'PLANNING' AND cut IS NULL
            """)
    boolean markCut(UUID runId, String cut, long maxWaitMillis);

    @SqlUpdate("""
            UPDATE run
            SET wait_announced = true
            WHERE run_id = :runId AND state = 'PLANNING' AND NOT wait_announced
            """)
    boolean markWaitAnnounced(UUID runId);

    @SqlUpdate("""
            UPDATE run
            SET state = :state, chunks = :chunks, keys = :keys, expected_rows = :expectedRows,
                closed_through = :closedThrough, closing_warning = :warning
            WHERE run_id = :runId AND state = 'PLANNING'
            """)
    boolean markPlanned(
            UUID runId,
            RunState state,
            int chunks,
            long keys,
            long expectedRows,
            Instant closedThrough,
            @Nullable String warning);

    @SqlUpdate("""
            UPDATE run
            SET chunks_done = chunks_done + 1, state = CASE WHEN chunks_done + 1 = chunks THEN 'ASSEMBLING' ELSE state END
            WHERE run_id = :runId AND state = 'EXPORTING'
            """)
    boolean countChunk(UUID runId);

    /** @param filesDone files that need not be put together any more */
    @SqlUpdate("""
            UPDATE run
            SET files = :files, files_done = :filesDone,
                state = CASE WHEN :files = :filesDone THEN 'PUBLISHING' ELSE state END
            WHERE run_id = :runId AND state = 'ASSEMBLING' AND files = 0
            """)
    boolean markLaidOut(UUID runId, int files, int filesDone);

    @SqlUpdate("""
            UPDATE run
            SET files_done = files_done + 1, state = CASE WHEN files_done + 1 = files THEN 'PUBLISHING' ELSE state END
            WHERE run_id = :runId AND state = 'ASSEMBLING'
            """)
    boolean countFile(UUID runId);

    /** From here on it is too late to cancel. */
    @SqlUpdate("""
            UPDATE run
            SET state = 'COMMITTING', folder = :folder, manifest = :manifest, manifest_sha256 = :sha256,
                manifest_bytes = :bytes
            WHERE run_id = :runId AND state = 'PUBLISHING'
            """)
    boolean markCommitting(UUID runId, String folder, byte[] manifest, String sha256, long bytes);

    /** What a sealed run publishes; empty before it is sealed. */
    @RegisterConstructorMapper(SealedManifest.class)
    @SqlQuery("""
            SELECT folder, manifest AS content
            FROM run
            WHERE run_id = :runId AND manifest IS NOT NULL
            """)
    Optional<SealedManifest> findSealed(UUID runId);

    @SqlUpdate("""
            UPDATE run
            SET state = 'COMPLETED', finished_at = clock_timestamp(), expires_at = :expiresAt
            WHERE run_id = :runId AND state = 'COMMITTING'
            """)
    boolean markCompleted(UUID runId, Instant expiresAt);

    @SqlUpdate("""
            UPDATE run
            SET state = 'FAILED', finished_at = clock_timestamp(),
                failure_phase = :phase, failure_kind = :kind, failure_message = :message
            WHERE run_id = :runId AND state IN ('PLANNING', 'EXPORTING', 'ASSEMBLING', 'PUBLISHING')
            """)
    boolean markFailed(UUID runId, String phase, String kind, String message);

    @SqlUpdate("""
            UPDATE run
            SET state = 'CANCELLED', finished_at = clock_timestamp()
            WHERE run_id = :runId AND state IN ('PLANNING', 'EXPORTING', 'ASSEMBLING', 'PUBLISHING')
            """)
    boolean markCancelled(UUID runId);

    /**
     * Ended runs whose private files may still be there, oldest first.
     *
     * @param passedOver how many of the oldest to leave out
     */
    @SqlQuery("""
            SELECT run_id
            FROM run
            WHERE finished_at < clock_timestamp() - :ageMillis * interval '1 millisecond' AND cleaned_at IS NULL
            ORDER BY finished_at
            LIMIT :limit OFFSET :passedOver
            """)
    List<UUID> findToClean(long ageMillis, int limit, int passedOver);

    /** Whether a run is known and ended so long ago. */
    @SqlQuery("""
            SELECT EXISTS (
                SELECT 1 FROM run
                WHERE run_id = :runId AND finished_at < clock_timestamp() - :ageMillis * interval '1 millisecond')
            """)
    boolean hasEndedBefore(UUID runId, long ageMillis);

    @SqlUpdate("""
            UPDATE run
            SET cleaned_at = clock_timestamp()
            WHERE run_id = :runId AND cleaned_at IS NULL
            """)
    boolean markCleaned(UUID runId);
}
