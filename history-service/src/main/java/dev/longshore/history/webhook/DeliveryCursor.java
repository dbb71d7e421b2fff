package dev.longshore.history.webhook;

import dev.longshore.platform.web.InvalidRequestException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** The last delivery of a page; the next page begins beyond it. */
record DeliveryCursor(Instant queuedAt, UUID deliveryId) {
    private static final int UUID_LENGTH = 36;

    String encode() {
        return deliveryId + "." + queuedAt;
    }

    static DeliveryCursor decode(String cursor) {
        try {
            if (cursor.length() > UUID_LENGTH + 1 && cursor.charAt(UUID_LENGTH) == '.') {
                return new DeliveryCursor(
                        Instant.parse(cursor.substring(UUID_LENGTH + 1)),
                        UUID.fromString(cursor.substring(0, UUID_LENGTH)));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw refused(cursor);
        }
        throw refused(cursor);
    }

    private static InvalidRequestException refused(String cursor) {
        return InvalidRequestException.of("cursor", cursor, "must be the nextCursor of a page of deliveries");
    }
}
