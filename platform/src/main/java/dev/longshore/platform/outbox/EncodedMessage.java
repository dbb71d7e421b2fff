package dev.longshore.platform.outbox;

import java.util.Map;
import java.util.UUID;

/**
 * A message to be sent just as it was sent before.
 *
 * @param id identity of the message, sent as the header {@code event-id}
 * @param key key of the Kafka record
 * @param payload value of the Kafka record, to the byte; not copied
 * @param headers further headers; values are sent as UTF-8
 */
public record EncodedMessage(UUID id, String topic, String key, byte[] payload, Map<String, String> headers) {
    public EncodedMessage {
        headers = Map.copyOf(headers);
    }
}
