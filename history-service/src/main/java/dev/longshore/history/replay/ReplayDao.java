package dev.longshore.history.replay;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(ReplayDao.ReplayRow.class)
interface ReplayDao {
    /**
     * A replay that was ordered.
     *
     * @param events how many were sent again
     */
    record ReplayRow(
            UUID replayId,
            Instant eventsFrom,
            Instant eventsTo,
            @Nullable UUID jobId,
            @Nullable UUID webhookId,
            int events,
            String requestedBy,
            Instant requestedAt,
            @Nullable String idempotencyKey,
            String requestSha256) {}

    String COLUMNS = """
            SELECT replay_id, events_from, events_to, job_id, webhook_id, events, requested_by, requested_at,
                   idempotency_key, request_sha256
            FROM replay
            """;

    /** False when the caller used the key before; waits for a transaction that is using it. */
    @SqlUpdate("""
            INSERT INTO replay (replay_id, events_from, events_to, job_id, webhook_id, events, requested_by, requested_at,
                                idempotency_key, request_sha256)
            VALUES (:replayId, :eventsFrom, :eventsTo, :jobId, :webhookId, :events, :requestedBy, :requestedAt,
                    :idempotencyKey, :requestSha256)
            ON CONFLICT ON CONSTRAINT replay_request_key DO NOTHING
            """)
    boolean insertIfFirst(@BindMethods ReplayRow replay);

    @SqlQuery(COLUMNS + """
            WHERE replay_id = :replayId
            """)
    Optional<ReplayRow> find(UUID replayId);

    @SqlQuery(COLUMNS + """
            WHERE requested_by = :requestedBy AND idempotency_key = :idempotencyKey
            """)
    Optional<ReplayRow> findByRequest(String requestedBy, String idempotencyKey);
}
