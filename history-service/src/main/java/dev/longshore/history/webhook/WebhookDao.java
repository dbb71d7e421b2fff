package dev.longshore.history.webhook;

import dev.longshore.history.outcome.ExportEventType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(WebhookRow.class)
interface WebhookDao {
    String COLUMNS = """
            SELECT webhook_id, version, url, job_id, event_types, description, enabled, disabled_because, created_by, created_at,
                   updated_at, request_sha256
            FROM webhook
            """;

    /** What a caller may set. */
    record WebhookSettings(
            String url,
            @Nullable UUID jobId,
            List<ExportEventType> eventTypes,
            @Nullable String description,
            boolean enabled,
            @Nullable String disabledBecause) {
        public List<String> eventTypeNames() {
            return eventTypes.stream().map(ExportEventType::name).toList();
        }
    }

    @SqlQuery(COLUMNS + """
            WHERE webhook_id = :webhookId
            """)
    Optional<WebhookRow> find(UUID webhookId);

    @SqlQuery(COLUMNS + """
            WHERE webhook_id = :webhookId FOR UPDATE
            """)
    Optional<WebhookRow> lock(UUID webhookId);

    @SqlQuery(COLUMNS + """
            WHERE created_by = :createdBy AND idempotency_key = :idempotencyKey
            """)
    Optional<WebhookRow> findByRequest(String createdBy, String idempotencyKey);

    /** @param after last webhook of the page before; null for the first page */
    @SqlQuery(COLUMNS + """
            WHERE CAST(:after AS uuid) IS NULL OR webhook_id > :after
            ORDER BY webhook_id
            LIMIT :limit
            """)
    List<WebhookRow> findPage(@Nullable UUID after, int limit);

    /** False when the caller used the key before; waits for a transaction that is using it. */
    @SqlUpdate("""
            INSERT INTO webhook (webhook_id, version, url, job_id, event_types, description, enabled, disabled_because,
                                 secret, created_by, created_at, updated_at, idempotency_key, request_sha256)
            VALUES (:webhookId, 1, :url, :jobId, :eventTypeNames, :description, :enabled, :disabledBecause, :secret,
                    :createdBy, :now, :now, :idempotencyKey, :requestSha256)
            ON CONFLICT ON CONSTRAINT webhook_request_key DO NOTHING
            """)
    boolean insertIfFirst(
            UUID webhookId,
            @BindMethods WebhookSettings settings,
            String secret,
            String createdBy,
            Instant now,
            @Nullable String idempotencyKey,
            String requestSha256);

    @SqlUpdate("""
            UPDATE webhook
            SET version = version + 1, url = :url, job_id = :jobId, event_types = :eventTypeNames,
                description = :description, enabled = :enabled, disabled_because = :disabledBecause, updated_at = :now
            WHERE webhook_id = :webhookId AND version = :version
            """)
    boolean update(UUID webhookId, int version, @BindMethods WebhookSettings settings, Instant now);

    /** False when it is disabled or deleted already. */
    @SqlUpdate("""
            UPDATE webhook SET version = version + 1, enabled = false, disabled_because = :because, updated_at = :now
            WHERE webhook_id = :webhookId AND enabled
            """)
    boolean disable(UUID webhookId, String because, Instant now);

    /** The secret of now signs as well until the given instant. */
    @SqlUpdate("""
            UPDATE webhook
            SET version = version + 1, previous_secret = secret, previous_secret_until = :previousUntil,
                secret = :secret, updated_at = :now
            WHERE webhook_id = :webhookId
            """)
    boolean changeSecret(UUID webhookId, String secret, Instant previousUntil, Instant now);

    @SqlUpdate("DELETE FROM webhook WHERE webhook_id = :webhookId")
    boolean delete(UUID webhookId);
}
