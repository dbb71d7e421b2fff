package dev.longshore.platform.outbox;

import java.time.Instant;
import java.util.Map;

/**
 * The attributes of CloudEvents 1.0 that go with a message of ours whose body is Avro in Confluent's wire format.
 *
 * @param id identity of the event; with the source it is unique
 * @param type what happened, as a reversed domain name: {@code dev.longshore.export.completed}
 * @param source the service that says so, as a path
 * @param subject what it happened to, as a path
 * @param time when it happened
 */
public record CloudEvent(String id, String type, String source, String subject, Instant time) {
    /** As headers of a Kafka record (binary content mode of the Kafka protocol binding). */
    public Map<String, String> headers() {
        return Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                id,
                "ce_type",
                type,
                "ce_source",
                source,
                "ce_subject",
                subject,
                "ce_time",
                time.toString(),
                "content-type",
                "application/vnd.confluent.avro");
    }
}
