package dev.longshore.history.audit;

import dev.longshore.history.request.SortColumn;
import dev.longshore.platform.web.InvalidRequestException;
import java.time.Instant;
import java.util.UUID;

/** The last record of a page; the next page begins beyond it. */
record AuditCursor(Instant occurredAt, UUID eventId) {
    private static final int UUID_LENGTH = 36;

    String encode() {
        return eventId + "." + occurredAt;
    }

    static AuditCursor decode(String cursor) {
        try {
            if (cursor.length() > UUID_LENGTH + 1
                    && cursor.charAt(UUID_LENGTH) == '.'
                    && SortColumn.isInstant(cursor.substring(UUID_LENGTH + 1))) {
                return new AuditCursor(
                        Instant.parse(cursor.substring(UUID_LENGTH + 1)),
                        UUID.fromString(cursor.substring(0, UUID_LENGTH)));
            }
        } catch (IllegalArgumentException e) {
            throw refused(cursor);
        }
        throw refused(cursor);
    }

    private static InvalidRequestException refused(String cursor) {
        return InvalidRequestException.of("cursor", cursor, "must be the nextCursor of a page of audit records");
    }
}
