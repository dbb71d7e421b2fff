package dev.longshore.events;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.Schema.Type;

/** Writes docs/events.md from what the schemas say of themselves. */
final class EventsDocument {
    private static final String INTRODUCTION = """
            # Events

            Written from the schemas under `schemas/src/main/avro`; do not edit. After a change there: `%s`.

            Messages are Avro in the Confluent wire format (a zero byte, the schema's id in four bytes, the record) and are
            decoded by stock clients with the schema registry. The subject of a topic is `<topic>-value`. Schemas change by
            additions with defaults only, so that every version reads every other; an enum symbol that a reader does not know
            becomes `UNKNOWN`. Instants are microseconds since 1970-01-01T00:00Z.
            The same message may arrive more than once. Run commands, run events and export outcomes carry their identity in
            their body and in the header `event-id`; drop what you have applied before.

            The same contracts for machines: [asyncapi.json](asyncapi.json) (AsyncAPI 3). Only `longshore.export-completed`
            and `longshore.export-expiring` are meant for systems outside of Longshore; the other topics are how its services
            talk to each other, and are described for those who operate it.

            ## For systems downstream

            - One event on `longshore.export-completed` for each run that ended, however it ended: COMPLETED, EMPTY, FAILED or
              CANCELLED. For COMPLETED and EMPTY the manifest is in place before the event is sent, and files do not change after.
            - It is a CloudEvent 1.0 in Kafka's binary mode: headers `ce_id`, `ce_type` (`dev.longshore.export.completed`),
              `ce_source`, `ce_subject` (`jobs/<job>/runs/<run>`), `ce_time` and `content-type`. `ce_id` follows from run and
              outcome: it stays the same when the event is sent again, by a crash or by a replay. Drop a `ce_id` that you have
              applied before.
            - The key is the job, so the events of one job come in the order of `sequence`, which counts from 1 without a gap. A
              number that is missing is an event that you have not seen; `previousRunId` names its neighbour. Replayed events come
              late and out of order.
            - `closedThrough` is a watermark: no row dated before it can be added to the source any more. `windowWarning` says when
              that could not be made sure of.
            - `longshore.export-expiring` warns of artifacts that are soon removed: once for each run, three days before unless set
              otherwise, and never before half of their retention is over. It is a CloudEvent as well
              (`dev.longshore.export.expiring`), with the same `ce_subject`.
            - Check a file's SHA-256 against the manifest, and the manifest's against `manifest.sha256`.
            - `docs/examples` has a consumer in Java and one in Node that do all of this. To get the same events by HTTP, see
              [webhooks.md](webhooks.md).
            """;

    private final StringBuilder text = new StringBuilder();
    private final Set<String> described = new LinkedHashSet<>();

    static String text() {
        EventsDocument document = new EventsDocument();
        document.text.append(INTRODUCTION.formatted(Contract.WRITE_COMMAND));
        Contract.ALL.forEach(document::describe);
        return document.text.toString();
    }

    private void describe(Contract contract) {
        text.append("\n## `%s`\n\nKey: %s. ".formatted(contract.topic(), contract.key()));
        Deque<Schema> waiting = new ArrayDeque<>();
        described.add(contract.schema().getFullName());
        table(contract.schema(), waiting);
        while (!waiting.isEmpty()) {
            Schema next = waiting.removeFirst();
            text.append("\n### %s\n\n".formatted(next.getName()));
            table(next, waiting);
        }
    }

    private void table(Schema type, Deque<Schema> waiting) {
        text.append(type.getDoc()).append("\n\n");
        if (type.getType() == Type.ENUM) {
            text.append("One of ")
                    .append(type.getEnumSymbols().stream()
                            .map(symbol -> "`" + symbol + "`")
                            .collect(Collectors.joining(", ")))
                    .append(".\n");
            return;
        }
        text.append("| field | type | meaning |\n|---|---|---|\n");
        for (Field field : type.getFields()) {
            text.append("| `%s` | %s | %s |\n".formatted(field.name(), name(field.schema()), field.doc()));
            find(field.schema(), waiting);
        }
    }

    /** A type is described where it is first met. */
    private void find(Schema schema, Deque<Schema> waiting) {
        switch (schema.getType()) {
            case RECORD, ENUM -> {
                if (described.add(schema.getFullName())) {
                    waiting.addLast(schema);
                }
            }
            case UNION -> schema.getTypes().forEach(branch -> find(branch, waiting));
            case ARRAY -> find(schema.getElementType(), waiting);
            default -> {
                // a plain value needs no section
            }
        }
    }

    private static String name(Schema schema) {
        if (schema.getLogicalType() != null) {
            return "instant";
        }
        return switch (schema.getType()) {
            case RECORD, ENUM ->
                "[%s](#%s)".formatted(schema.getName(), schema.getName().toLowerCase(Locale.ROOT));
            case UNION -> name(schema.getTypes().get(1)) + " or null";
            case ARRAY -> "list of " + name(schema.getElementType());
            default -> schema.getType().getName();
        };
    }
}
