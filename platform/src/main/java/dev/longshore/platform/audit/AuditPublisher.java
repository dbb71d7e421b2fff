package dev.longshore.platform.audit;

import dev.longshore.platform.audit.AuditConfiguration.AuditTopic;
import dev.longshore.platform.messaging.AvroCodec;
import dev.longshore.platform.outbox.EncodedMessage;
import dev.longshore.platform.outbox.EncodedOutbox;
import dev.longshore.platform.time.Ids;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Appends records to the outbox. The kernel knows no contract: the service says by which schema they are written. */
final class AuditPublisher implements AuditTrail {
    private final EncodedOutbox outbox;
    private final AvroCodec codec;
    private final AuditTopic topic;
    private final CallerSource callers;

    AuditPublisher(EncodedOutbox outbox, AvroCodec codec, AuditTopic topic, CallerSource callers) {
        this.outbox = outbox;
        this.codec = codec;
        this.topic = topic;
        this.callers = callers;
    }

    @Override
    public void record(AuditEntry entry, Instant at) {
        record(callers.current(), entry, at);
    }

    @Override
    public void record(AuditActor actor, AuditEntry entry, Instant at) {
        UUID eventId = Ids.timeOrdered(at);
        GenericRecord message = new GenericData.Record(topic.schema());
        message.put("eventId", eventId.toString());
        message.put("occurredAt", ChronoUnit.MICROS.between(Instant.EPOCH, at));
        message.put("actor", actor.name());
        message.put("role", actor.role());
        message.put("address", actor.address());
        message.put("action", entry.action());
        message.put("subjectKind", entry.subjectKind());
        message.put("subjectId", entry.subjectId());
        message.put("subjectName", entry.subjectName());
        message.put("source", entry.source());
        Schema changes = topic.schema().getField("changes").schema();
        message.put(
                "changes",
                entry.changes().stream()
                        .map(change -> changeOf(change, changes.getElementType()))
                        .toList());
        outbox.appendEncoded(new EncodedMessage(
                eventId, topic.name(), entry.subjectId(), codec.encodeGeneric(topic.name(), message), Map.of()));
    }

    private static GenericRecord changeOf(AuditChange change, Schema schema) {
        GenericRecord record = new GenericData.Record(schema);
        record.put("field", change.field());
        record.put("from", change.from());
        record.put("to", change.to());
        return record;
    }
}
