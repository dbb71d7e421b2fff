package dev.longshore.platform.outbox;

import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/**
 * A message to be sent.
 *
 * @param id identity of the message, sent as the header {@code event-id}; derive it from the cause where one cause must
 *     give one message
 * @param key key of the Kafka record; one key, one order
 * @param headers further headers; values are sent as UTF-8
 */
public record OutboxMessage(UUID id, String topic, String key, SpecificRecord payload, Map<String, String> headers) {
    public OutboxMessage {
        headers = Map.copyOf(headers);
    }

    /** A message without further headers. */
    public static OutboxMessage of(UUID id, String topic, String key, SpecificRecord payload) {
        return new OutboxMessage(id, topic, key, payload, Map.of());
    }
}
