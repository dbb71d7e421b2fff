package dev.longshore.system.downstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.ExportCompleted;
import dev.longshore.events.Topics;
import dev.longshore.system.Export;
import dev.longshore.system.Installation;
import dev.longshore.system.Messages;
import dev.longshore.system.ServiceContext;
import dev.longshore.testing.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The consumers of docs/examples load exports into PostgreSQL, whatever happens to the events and to themselves. They mostly
 * wait, so all are tested at the same time, each with a topic and tables of its own.
 */
class ReferenceConsumerIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int INTERACTIONS = 1_500;

    @RegisterExtension
    static final Installation longshore = Installation.withInteractions(INTERACTIONS, Map.of());

    /** The outcomes of three jobs: three runs with rows, one without, one cancelled. */
    private static List<ConsumerRecord<String, byte[]>> events;

    private static Export interactions;

    @TempDir
    private Path scratch;

    @BeforeAll
    @SuppressWarnings("try") // The worker is there to work; nobody speaks to it.
    static void exports() {
        String jobId = createJob("INTERACTION", "{\"kind\": \"ALL\"}");
        String cancelled = longshore.api().runNow(jobId);
        longshore.api().cancel(cancelled);
        try (ServiceContext worker = longshore.startWorker(Map.of())) {
            assertThat(longshore.api().awaitEnd(cancelled, LIMIT).get("status").asString())
                    .isEqualTo("CANCELLED");
            String runId = longshore.api().runNow(jobId);
            longshore.api().awaitCompleted(runId, LIMIT);
            interactions = Export.of(longshore, runId);
            longshore.api().awaitCompleted(longshore.api().runNow(jobId), LIMIT);
            String contacts = createJob("CONTACT", "{\"kind\": \"ALL\"}");
            longshore.api().awaitCompleted(longshore.api().runNow(contacts), LIMIT);
            String nothing = createJob(
                    "INTERACTION",
                    "{\"kind\": \"FIXED\", \"from\": \"1999-01-01T00:00:00Z\", \"to\": \"1999-02-01T00:00:00Z\"}");
            longshore.api().awaitCompleted(longshore.api().runNow(nothing), LIMIT);
        }
        events = longshore.topics().read(Topics.EXPORT_COMPLETED);
        assertThat(events).hasSize(5);
    }

    private static String createJob(String type, String range) {
        return longshore.api().createJob("""
                {"title": "Downstream", "source": "CONTACT_HISTORY", "type": "%s",
                 "schedule": {"kind": "MONTHLY", "dayOfMonth": 1, "at": "00:00"}, "dateRange": %s,
                 "output": {"format": "JSON_LINES", "compression": "NONE", "splitSizeMb": 1}}
                """.formatted(type, range)).get("id").asString();
    }

    @ParameterizedTest
    @EnumSource
    @Execution(ExecutionMode.CONCURRENT)
    void events_that_come_twice_and_in_disorder_to_a_consumer_that_is_killed_are_loaded_once(Consumer consumer)
            throws Exception {
        String topic = "disorder-" + consumer.name();
        createTopic(topic);
        List<ConsumerRecord<String, byte[]>> disorder = new ArrayList<>(events);
        Collections.reverse(disorder);
        disorder.addAll(events);
        send(topic, disorder);
        Consumer.createTables(longshore, topic);

        Consumer.Running first = consumer.start(longshore, topic, longshore.artifacts());
        Eventually.within(LIMIT)
                .isTrue(
                        "the consumer has applied something: " + first,
                        () -> first.said().contains("applied "));
        first.kill();
        Consumer.Running second = consumer.start(longshore, topic, longshore.artifacts());
        assertThat(second.await()).as(second.said()).isZero();

        assertThat(second.said()).contains("duplicate ");
        assertThat(Consumer.query(longshore, topic, "SELECT event_id FROM outcome"))
                .containsExactlyInAnyOrderElementsOf(
                        events.stream().map(ReferenceConsumerIT::identity).toList());
        assertThat(Consumer.query(longshore, topic, "SELECT outcome FROM outcome"))
                .containsExactlyInAnyOrder("CANCELLED", "COMPLETED", "COMPLETED", "COMPLETED", "EMPTY");
        assertThat(Consumer.query(longshore, topic, "SELECT sequence FROM missing_outcome"))
                .isEmpty();
        assertThat(byId(Consumer.query(
                        longshore, topic, "SELECT content FROM exported_record WHERE type = 'INTERACTION'")))
                .as("the records are those of the files")
                .hasSize(INTERACTIONS)
                .isEqualTo(byId(linesOf(interactions)));
        assertThat(Consumer.query(longshore, topic, "SELECT count(*) FROM exported_record WHERE type = 'CONTACT'"))
                .isEqualTo(contacts());
        assertThat(new TreeSet<>(Consumer.query(
                        longshore,
                        topic,
                        "SELECT DISTINCT (r.occurred_at = (SELECT max(o.occurred_at) FROM outcome o"
                                + " WHERE o.outcome = 'COMPLETED' AND o.sequence = 3))::text"
                                + " FROM exported_record r WHERE r.type = 'INTERACTION'")))
                .as("of two versions the later stays, though it came first")
                .containsExactly("true");
    }

    @ParameterizedTest
    @EnumSource
    @Execution(ExecutionMode.CONCURRENT)
    void a_gap_shows_and_closes(Consumer consumer) throws Exception {
        String topic = "gap-" + consumer.name();
        createTopic(topic);
        List<ConsumerRecord<String, byte[]>> ofOneJob = events.stream()
                .filter(event -> event.key()
                        .equals(events.get(indexOf(interactions.runId())).key()))
                .toList();
        assertThat(ofOneJob).hasSize(3);
        Consumer.createTables(longshore, topic);
        send(topic, List.of(ofOneJob.get(0), ofOneJob.get(2)));
        assertThat(consumer.start(longshore, topic, longshore.artifacts()).await())
                .isZero();
        assertThat(Consumer.query(longshore, topic, "SELECT sequence FROM missing_outcome"))
                .containsExactly("2");
        send(topic, List.of(ofOneJob.get(1)));
        assertThat(consumer.start(longshore, topic, longshore.artifacts()).await())
                .isZero();
        assertThat(Consumer.query(longshore, topic, "SELECT sequence FROM missing_outcome"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @Execution(ExecutionMode.CONCURRENT)
    void a_file_that_was_tampered_with_is_not_loaded(Consumer consumer) throws Exception {
        String topic = "tampered-" + consumer.name();
        createTopic(topic);
        Path store = scratch.resolve("store");
        copy(longshore.artifacts(), store);
        Path folder = store.resolve(longshore.artifacts().relativize(interactions.folder()));
        Path file = folder.resolve(interactions.fileNames().stream()
                .filter(name -> name.endsWith(".jsonl"))
                .reduce((one, later) -> later)
                .orElseThrow());
        Files.writeString(file, Files.readString(file).replaceFirst("\"status\":\\d", "\"status\":9"));
        Consumer.createTables(longshore, topic);
        send(topic, List.of(events.get(indexOf(interactions.runId()))));

        Consumer.Running running = consumer.start(longshore, topic, store);
        assertThat(running.await()).as(running.said()).isEqualTo(1);
        assertThat(running.said()).contains("SHA-256 differs from the manifest");
        assertThat(Consumer.query(longshore, topic, "SELECT event_id FROM outcome"))
                .isEmpty();
        assertThat(Consumer.query(longshore, topic, "SELECT record_id FROM exported_record"))
                .isEmpty();
    }

    private static int indexOf(String runId) {
        for (int i = 0; i < events.size(); i++) {
            if (header(events.get(i), "ce_subject").endsWith(runId)) {
                return i;
            }
        }
        throw new AssertionError("no event of run " + runId);
    }

    private static String identity(ConsumerRecord<String, byte[]> event) {
        return header(event, "ce_id");
    }

    private static String header(ConsumerRecord<String, byte[]> event, String name) {
        return new String(event.headers().lastHeader(name).value(), UTF_8);
    }

    /** Topics do not appear by themselves. */
    private static void createTopic(String topic) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", longshore.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 4, (short) 1))).all().get();
        }
    }

    private static void send(String topic, List<ConsumerRecord<String, byte[]>> messages) {
        new Messages(longshore.bootstrapServers())
                .send(messages.stream()
                        .map(message -> new ProducerRecord<>(
                                topic, null, null, message.key(), message.value(), message.headers()))
                        .toList());
    }

    private static List<String> contacts() {
        return List.of(events.stream()
                .map(event -> longshore.codec().decode(event.value(), ExportCompleted.class))
                .filter(event -> event.getDataset().getType().equals("CONTACT"))
                .map(event -> String.valueOf(event.getTotals().getRows()))
                .findFirst()
                .orElseThrow());
    }

    private static List<JsonNode> byId(List<String> lines) {
        return lines.stream()
                .map(JSON::readTree)
                .sorted(Comparator.comparing(record -> record.get("ixnId").asString()))
                .toList();
    }

    private static List<String> linesOf(Export export) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String name : export.fileNames()) {
            if (name.endsWith(".jsonl")) {
                lines.addAll(Files.readAllLines(export.folder().resolve(name)));
            }
        }
        return lines;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path)));
            }
        }
    }
}
