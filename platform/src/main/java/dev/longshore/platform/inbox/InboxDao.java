package dev.longshore.platform.inbox;

import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface InboxDao extends Inbox {
    @Override
    @SqlUpdate("""
            INSERT INTO inbox (consumer, event_id)
            VALUES (:consumer, :eventId)
            ON CONFLICT DO NOTHING
            """)
    boolean recordIfFirst(String consumer, UUID eventId);
}
