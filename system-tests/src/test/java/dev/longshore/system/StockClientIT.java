package dev.longshore.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.embedded.KafkaBroker;
import dev.longshore.embedded.RegistryServer;
import dev.longshore.events.Dataset;
import dev.longshore.events.ExportCompleted;
import dev.longshore.events.ExportExpiring;
import dev.longshore.events.ExportOutcome;
import dev.longshore.events.ExportTotals;
import dev.longshore.events.ExportedJob;
import dev.longshore.events.ExportedRun;
import dev.longshore.events.Failure;
import dev.longshore.events.ManifestReference;
import dev.longshore.events.RunTrigger;
import dev.longshore.events.Topics;
import dev.longshore.events.Window;
import dev.longshore.platform.messaging.AvroCodec;
import dev.longshore.platform.messaging.HttpSchemaRegistry;
import dev.longshore.platform.messaging.HttpSchemaRegistry.Registration;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The public contract is readable without any code of ours: kafkajs and its registry client decode it. */
class StockClientIT {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path VERSION_1 =
            Path.of("..", "schemas/src/main/schema-history/longshore.export-completed-value/v1.avsc");
    private static final List<ExportOutcome> OUTCOMES =
            List.of(ExportOutcome.COMPLETED, ExportOutcome.EMPTY, ExportOutcome.FAILED, ExportOutcome.CANCELLED);

    private static final Map<String, String> CLOUD_EVENT = Map.of(
            "ce_specversion", "1.0",
            "ce_id", "5d0f0f6e-0000-5000-8000-000000000001",
            "ce_type", "dev.longshore.export.completed",
            "ce_source", "/longshore/export-worker",
            "ce_subject", "jobs/5d0f0f6e-0000-7000-8000-000000000003/runs/5d0f0f6e-0000-5000-8000-000000000004",
            "ce_time", "2026-10-25T01:30:07.654321Z",
            "content-type", "application/vnd.confluent.avro");

    /** What the client is to say, written down by hand: every field of the schema is set. Outcomes differ in the rest. */
    private static final String EXPECTED = """
            {
              "eventId": "5d0f0f6e-0000-5000-8000-000000000001",
              "outcome": "COMPLETED",
              "sequence": 9007199254740990,
              "previousRunId": "5d0f0f6e-0000-5000-8000-000000000002",
              "occurredAt": 1792891807654321,
              "job": {"id": "5d0f0f6e-0000-7000-8000-000000000003", "version": 7, "title": "Звонки 📦 \\"hourly\\"\\n"},
              "run": {
                "id": "5d0f0f6e-0000-5000-8000-000000000004",
                "trigger": "SCHEDULE",
                "fireTime": 1792891800000000,
                "startedAt": 1792891801000001,
                "finishedAt": 1792891807654320,
                "retryOf": "5d0f0f6e-0000-5000-8000-000000000005"
              },
              "window": {"from": 1792888200000000, "to": 1792891800000000},
              "dataset": {
                "source": "CONTACT_HISTORY",
                "type": "INTERACTION",
                "entityTypes": ["CHAT", "WORK_ITEM"],
                "dateColumn": "startDate"
              },
              "closedThrough": 1792891800000001,
              "manifest": {"location": "runs/1/manifest.json", "sha256": "9f86d081884c7d659a2feaa0c55ad015"},
              "totals": {"files": 3, "rows": 6000000, "bytes": 5000000000},
              "format": "JSON_LINES",
              "compression": "NONE",
              "recordSchemaId": "interaction-1",
              "encryption": "CMS",
              "expiresAt": 1795483807654321,
              "failure": {"kind": "SOURCE_UNAVAILABLE", "message": "The source does not answer.", "retryable": true},
              "windowWarning": "A transaction was still open."
            }
            """;

    private static final Map<String, String> WARNING_CLOUD_EVENT = Map.of(
            "ce_specversion", "1.0",
            "ce_id", "5d0f0f6e-0000-5000-8000-000000000011",
            "ce_type", "dev.longshore.export.expiring",
            "ce_source", "/longshore/history-service",
            "ce_subject", "jobs/5d0f0f6e-0000-7000-8000-000000000003/runs/5d0f0f6e-0000-5000-8000-000000000004",
            "ce_time", "2026-11-21T01:30:07.654321Z",
            "content-type", "application/vnd.confluent.avro");

    private static final String EXPECTED_WARNING = """
            {
              "eventId": "5d0f0f6e-0000-5000-8000-000000000011",
              "occurredAt": 1795224607654321,
              "expiresAt": 1795483807654321,
              "jobId": "5d0f0f6e-0000-7000-8000-000000000003",
              "jobTitle": "Звонки 📦 \\"hourly\\"\\n",
              "runId": "5d0f0f6e-0000-5000-8000-000000000004",
              "source": "CONTACT_HISTORY",
              "type": "INTERACTION",
              "window": {"from": 1792888200000000, "to": null},
              "manifestLocation": "runs/1/manifest.json",
              "manifestSha256": "9f86d081884c7d659a2feaa0c55ad015",
              "files": 3,
              "bytes": 5000000000
            }
            """;

    @TempDir
    static Path home;

    private static KafkaBroker broker;
    private static RegistryServer registry;

    @BeforeAll
    static void the_outcomes_of_four_runs_are_published() throws Exception {
        broker = KafkaBroker.start(new KafkaBroker.Settings(home, 0, 0));
        registry = RegistryServer.startInMemory(0);
        createTopics(broker);
        AvroCodec codec =
                new AvroCodec(new HttpSchemaRegistry(registry.uri(), Registration.AUTOMATIC, Duration.ofSeconds(30)));
        for (ExportOutcome outcome : OUTCOMES) {
            send(broker, Topics.EXPORT_COMPLETED, codec.encode(Topics.EXPORT_COMPLETED, event(outcome)), CLOUD_EVENT);
        }
        send(broker, Topics.EXPORT_EXPIRING, codec.encode(Topics.EXPORT_EXPIRING, warning()), WARNING_CLOUD_EVENT);
    }

    @AfterAll
    static void servers_stop() {
        registry.close();
        broker.close();
    }

    @Test
    void a_client_that_is_not_ours_reads_every_field_and_header_of_every_outcome() {
        List<JsonNode> messages = consume(Topics.EXPORT_COMPLETED, OUTCOMES.size());
        assertThat(messages).hasSize(OUTCOMES.size());
        for (int i = 0; i < messages.size(); i++) {
            assertSameFields(
                    "event",
                    ExportCompleted.getClassSchema(),
                    expected(OUTCOMES.get(i)),
                    messages.get(i).get("value"));
            assertKeyAndHeaders(messages.get(i), CLOUD_EVENT);
        }
    }

    @Test
    void a_client_that_is_not_ours_reads_every_field_and_header_of_a_warning() {
        List<JsonNode> messages = consume(Topics.EXPORT_EXPIRING, 1);
        assertThat(messages).hasSize(1);
        assertSameFields(
                "event",
                ExportExpiring.getClassSchema(),
                JSON.readTree(EXPECTED_WARNING),
                messages.get(0).get("value"));
        assertKeyAndHeaders(messages.get(0), WARNING_CLOUD_EVENT);
    }

    private static void assertKeyAndHeaders(JsonNode message, Map<String, String> headers) {
        assertThat(message.get("key").asString()).isEqualTo("5d0f0f6e-0000-7000-8000-000000000003");
        headers.forEach(
                (name, value) -> assertThat(message.get("headers").get(name).asString())
                        .as("header %s", name)
                        .isEqualTo(value));
    }

    @Test
    void a_consumer_that_knows_only_version_1_of_the_schema_reads_every_outcome() throws Exception {
        Schema first = new Schema.Parser().parse(VERSION_1.toFile());
        List<JsonNode> messages = consume(
                Topics.EXPORT_COMPLETED,
                OUTCOMES.size(),
                VERSION_1.toAbsolutePath().toString());
        assertThat(messages).hasSize(OUTCOMES.size());
        for (int i = 0; i < messages.size(); i++) {
            ObjectNode expected = expected(OUTCOMES.get(i));
            expected.remove("windowWarning");
            assertSameFields("event", first, expected, messages.get(i).get("value"));
            assertThat(messages.get(i).get("value").has("windowWarning"))
                    .as("a field that version 1 does not have")
                    .isFalse();
        }
    }

    private static List<JsonNode> consume(String topic, int count, String... readerSchema) {
        List<String> arguments = new ArrayList<>(
                List.of(broker.bootstrapServers(), registry.uri().toString(), topic, String.valueOf(count)));
        arguments.addAll(List.of(readerSchema));
        return Program.node("consume.mjs", arguments.toArray(String[]::new))
                .lines()
                .map(JSON::readTree)
                .toList();
    }

    /** What differs from a completed run. */
    private static ObjectNode expected(ExportOutcome outcome) {
        ObjectNode expected = (ObjectNode) JSON.readTree(EXPECTED);
        expected.put("outcome", outcome.name());
        if (outcome == ExportOutcome.EMPTY) {
            expected.set("totals", JSON.readTree("{\"files\": 0, \"rows\": 0, \"bytes\": 0}"));
        } else if (outcome != ExportOutcome.COMPLETED) {
            expected.putNull("manifest").putNull("recordSchemaId").putNull("expiresAt");
        }
        if (outcome == ExportOutcome.CANCELLED) {
            expected.putNull("closedThrough").putNull("windowWarning").putNull("previousRunId");
        }
        if (outcome != ExportOutcome.FAILED) {
            expected.putNull("failure");
        }
        return expected;
    }

    /** Also fails for a field that the schema has and this test does not know yet. */
    private static void assertSameFields(String path, Schema schema, JsonNode expected, JsonNode actual) {
        assertThat(new TreeSet<>(expected.propertyNames()))
                .as("fields of %s that this test sets", path)
                .isEqualTo(new TreeSet<>(
                        schema.getFields().stream().map(Schema.Field::name).toList()));
        for (Schema.Field field : schema.getFields()) {
            String fieldPath = path + "." + field.name();
            Schema type = withoutNull(field.schema());
            if (type.getType() == Schema.Type.RECORD
                    && !expected.get(field.name()).isNull()) {
                assertSameFields(fieldPath, type, expected.get(field.name()), actual.get(field.name()));
            } else {
                assertThat(actual.get(field.name())).as(fieldPath).isEqualTo(expected.get(field.name()));
            }
        }
    }

    private static Schema withoutNull(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream()
                        .filter(type -> type.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow()
                : schema;
    }

    private static void createTopics(KafkaBroker broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(Stream.of(Topics.EXPORT_COMPLETED, Topics.EXPORT_EXPIRING)
                            .map(topic -> new NewTopic(topic, 4, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    private static void send(KafkaBroker broker, String topic, byte[] payload, Map<String, String> headers)
            throws Exception {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(topic, "5d0f0f6e-0000-7000-8000-000000000003", payload);
        headers.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(message).get();
        }
    }

    private static ExportExpiring warning() {
        return ExportExpiring.newBuilder()
                .setEventId("5d0f0f6e-0000-5000-8000-000000000011")
                .setOccurredAt(Instant.parse("2026-11-21T01:30:07.654321Z"))
                .setExpiresAt(Instant.parse("2026-11-24T01:30:07.654321Z"))
                .setJobId("5d0f0f6e-0000-7000-8000-000000000003")
                .setJobTitle("Звонки 📦 \"hourly\"\n")
                .setRunId("5d0f0f6e-0000-5000-8000-000000000004")
                .setSource("CONTACT_HISTORY")
                .setType("INTERACTION")
                .setWindow(new Window(Instant.parse("2026-10-25T00:30:00Z"), null))
                .setManifestLocation("runs/1/manifest.json")
                .setManifestSha256("9f86d081884c7d659a2feaa0c55ad015")
                .setFiles(3)
                .setBytes(5_000_000_000L)
                .build();
    }

    private static ExportCompleted event(ExportOutcome outcome) {
        ExportCompleted.Builder event = ExportCompleted.newBuilder()
                .setEventId("5d0f0f6e-0000-5000-8000-000000000001")
                .setOutcome(outcome)
                .setSequence(9_007_199_254_740_990L)
                .setPreviousRunId("5d0f0f6e-0000-5000-8000-000000000002")
                .setOccurredAt(Instant.parse("2026-10-25T01:30:07.654321Z"))
                .setJob(new ExportedJob("5d0f0f6e-0000-7000-8000-000000000003", 7, "Звонки 📦 \"hourly\"\n"))
                .setRun(ExportedRun.newBuilder()
                        .setId("5d0f0f6e-0000-5000-8000-000000000004")
                        .setTrigger(RunTrigger.SCHEDULE)
                        .setFireTime(Instant.parse("2026-10-25T01:30:00Z"))
                        .setStartedAt(Instant.parse("2026-10-25T01:30:01.000001Z"))
                        .setFinishedAt(Instant.parse("2026-10-25T01:30:07.654320Z"))
                        .setRetryOf("5d0f0f6e-0000-5000-8000-000000000005")
                        .build())
                .setWindow(new Window(Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-25T01:30:00Z")))
                .setDataset(new Dataset("CONTACT_HISTORY", "INTERACTION", List.of("CHAT", "WORK_ITEM"), "startDate"))
                .setClosedThrough(Instant.parse("2026-10-25T01:30:00.000001Z"))
                .setManifest(new ManifestReference("runs/1/manifest.json", "9f86d081884c7d659a2feaa0c55ad015"))
                .setTotals(new ExportTotals(3, 6_000_000L, 5_000_000_000L))
                .setFormat("JSON_LINES")
                .setCompression("NONE")
                .setRecordSchemaId("interaction-1")
                .setEncryption("CMS")
                .setExpiresAt(Instant.parse("2026-11-24T01:30:07.654321Z"))
                .setFailure(
                        outcome == ExportOutcome.FAILED
                                ? new Failure("SOURCE_UNAVAILABLE", "The source does not answer.", true)
                                : null)
                .setWindowWarning("A transaction was still open.");
        if (outcome == ExportOutcome.EMPTY) {
            event.setTotals(new ExportTotals(0, 0L, 0L));
        } else if (outcome != ExportOutcome.COMPLETED) {
            event.setManifest(null).setRecordSchemaId(null).setExpiresAt(null);
        }
        if (outcome == ExportOutcome.CANCELLED) {
            event.setClosedThrough(null).setWindowWarning(null).setPreviousRunId(null);
        }
        return event.build();
    }
}
