package dev.longshore.scheduler.idempotency;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(IdempotencyKeyDao.UsedKeyRow.class)
interface IdempotencyKeyDao {
    /** Waits for a transaction that is writing the same key; false when the key is taken. */
    @SqlUpdate("""
            INSERT INTO idempotency_key (caller, operation, idempotency_key, request_sha256, resource_id, created_at)
            VALUES (:caller, :operation, :key, :requestSha256, :resourceId, :now)
            ON CONFLICT DO NOTHING
            """)
    boolean insertIfFirst(
            String caller, String operation, String key, String requestSha256, UUID resourceId, Instant now);

    @SqlQuery("""
            SELECT request_sha256, resource_id FROM idempotency_key
            WHERE caller = :caller AND operation = :operation AND idempotency_key = :key
            """)
    Optional<UsedKeyRow> find(String caller, String operation, String key);

    @SqlUpdate("""
            DELETE FROM idempotency_key
            WHERE ctid IN (SELECT ctid FROM idempotency_key WHERE created_at < :before LIMIT 100 FOR UPDATE SKIP LOCKED)
            """)
    int deleteOlderThan(Instant before);

    /** What a key was used for. */
    record UsedKeyRow(String requestSha256, UUID resourceId) {}
}
