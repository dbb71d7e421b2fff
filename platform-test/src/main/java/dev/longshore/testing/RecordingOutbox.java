package dev.longshore.testing;

import dev.longshore.platform.messaging.AvroCodec;
import dev.longshore.platform.outbox.Outbox;
import dev.longshore.platform.outbox.OutboxMessage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.specific.SpecificRecord;

/**
 * Remembers what was appended, in order, and sends nothing. Encodes each message as the real one does, so that an
 * incomplete record fails the test. Unlike the real one it knows no transaction: what is rolled back stays remembered.
 */
public final class RecordingOutbox implements Outbox {
    private final AvroCodec codec = new AvroCodec(new InMemorySchemaRegistry());
    private final List<OutboxMessage> messages = new CopyOnWriteArrayList<>();

    @Override
    public void append(OutboxMessage message) {
        if (codec.encode(message.topic(), message.payload()).length == 0) {
            throw new AssertionError("an encoded message is never empty");
        }
        messages.add(message);
    }

    /** All messages so far. */
    public List<OutboxMessage> messages() {
        return List.copyOf(messages);
    }

    /** Messages of a topic so far. */
    public List<OutboxMessage> messagesTo(String topic) {
        return messages.stream()
                .filter(message -> message.topic().equals(topic))
                .toList();
    }

    /** Payloads of this type so far, whatever their topic. */
    public <T extends SpecificRecord> List<T> payloads(Class<T> type) {
        return messages.stream()
                .map(OutboxMessage::payload)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** Forgets everything. */
    public void clear() {
        messages.clear();
    }
}
