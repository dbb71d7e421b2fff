package dev.longshore.history.outcome;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longshore.events.ExportCompleted;
import dev.longshore.events.ExportExpiring;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Between messages of the public contract and what is kept of them. */
public final class ExportEventCodec {
    private static final String OWN_HEADER = "event-id";
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final JsonMapper json = JsonMapper.builder().build();

    ExportEventRow rowOf(ConsumerRecord<String, byte[]> message, ExportCompleted event) {
        return new ExportEventRow(
                UUID.fromString(event.getEventId()),
                ExportEventType.EXPORT_COMPLETED,
                UUID.fromString(event.getJob().getId()),
                UUID.fromString(event.getRun().getId()),
                event.getSequence(),
                event.getOutcome().name(),
                event.getOccurredAt(),
                message.key(),
                message.value(),
                headersOf(message),
                bodyOf(ExportEventType.EXPORT_COMPLETED, event.getEventId(), event.getOccurredAt(), event));
    }

    ExportEventRow rowOf(ConsumerRecord<String, byte[]> message, ExportExpiring event) {
        return new ExportEventRow(
                UUID.fromString(event.getEventId()),
                ExportEventType.EXPORT_EXPIRING,
                UUID.fromString(event.getJobId()),
                UUID.fromString(event.getRunId()),
                null,
                null,
                event.getOccurredAt(),
                message.key(),
                message.value(),
                headersOf(message),
                bodyOf(ExportEventType.EXPORT_EXPIRING, event.getEventId(), event.getOccurredAt(), event));
    }

    private String headersOf(ConsumerRecord<String, byte[]> message) {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : message.headers()) {
            if (!header.key().equals(OWN_HEADER)) {
                headers.put(header.key(), new String(header.value(), UTF_8));
            }
        }
        return json.writeValueAsString(headers);
    }

    /** Headers of the message that the event came with, without {@code event-id}. */
    public Map<String, String> headersOf(ExportEventRow event) {
        return json.readValue(event.headers(), HEADERS);
    }

    /** Identity, type and instant as Standard Webhooks wants them, and the event with the names of its schema. */
    private String bodyOf(ExportEventType type, String eventId, Instant occurredAt, SpecificRecord event) {
        ObjectNode body = json.createObjectNode();
        body.put("id", eventId);
        body.put("type", type.cloudEventsType());
        body.put("timestamp", occurredAt.toString());
        ObjectNode fields = objectOf(event);
        fields.remove("eventId");
        fields.remove("occurredAt");
        body.set("data", fields);
        return json.writeValueAsString(body);
    }

    private static ObjectNode objectOf(SpecificRecord record) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Field field : record.getSchema().getFields()) {
            put(object, field.name(), record.get(field.pos()));
        }
        return object;
    }

    private static void put(ObjectNode object, String name, @Nullable Object value) {
        if (value == null) {
            object.putNull(name);
        } else if (value instanceof SpecificRecord part) {
            object.set(name, objectOf(part));
        } else if (value instanceof Iterable<?> list) {
            list.forEach(item -> object.withArray(name).add(String.valueOf(item)));
            object.withArray(name);
        } else if (value instanceof Integer number) {
            object.put(name, number);
        } else if (value instanceof Long number) {
            object.put(name, number);
        } else if (value instanceof Boolean truth) {
            object.put(name, truth);
        } else if (value instanceof Instant instant) {
            object.put(name, instant.toString());
        } else {
            object.put(name, value.toString());
        }
    }
}
