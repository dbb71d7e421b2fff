package dev.longshore.platform.outbox;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(OutboxDao.OutboxRow.class)
interface OutboxDao {
    record OutboxRow(long id, UUID eventId, String topic, String messageKey, byte[] payload, String headers) {}

    record NewRow(UUID eventId, String topic, String messageKey, byte[] payload, String headers) {}

    /** In the order of the list, in one message to the server. */
    @SqlBatch(transactional = false, value = """
            INSERT INTO outbox (event_id, topic, message_key, payload, headers)
            VALUES (:eventId, :topic, :messageKey, :payload, :headers)
            """)
    int[] insertAll(@BindMethods List<NewRow> rows);

    /** Waits for the relay's lock of this schema until the transaction ends; the limit comes from {@link #limitWait}. */
    @SqlQuery("""
            SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('outbox:' || current_schema(), 0))) AS locked
            """)
    int lock();

    @SqlUpdate("SET LOCAL lock_timeout = '2s'")
    void limitWait();

    /**
     * From now on the server ends the transaction, and with it the relay's turn, when the relay has said nothing for longer
     * than it may wait for the broker: it is frozen or cut off from the network.
     */
    @SqlQuery("SELECT set_config('idle_in_transaction_session_timeout', :millis, true)")
    String limitStandstill(String millis);

    @SqlQuery("""
            SELECT id, event_id, topic, message_key, payload, headers
            FROM outbox
            ORDER BY id
            LIMIT :limit
            """)
    List<OutboxRow> findOldest(int limit);

    @SqlUpdate("DELETE FROM outbox WHERE id = ANY (:ids)")
    int delete(long[] ids);

    @SqlQuery("SELECT count(*) FROM outbox")
    long count();
}
