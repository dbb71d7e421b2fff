import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Loads Longshore's exports into PostgreSQL as their events arrive. Each event is applied once, whatever happens:
 *
 * <ul>
 *   <li>the event's identity (ce_id) and its records commit in one transaction, and the Kafka offset after that. A crash
 *       in between brings the event again, and its identity is found;
 *   <li>manifest and files are checked by SHA-256 within that transaction: nothing of a damaged export is loaded;
 *   <li>of two versions of a record the later outcome's stays, so the order of events does not matter.
 * </ul>
 *
 * <p>Usage: ReferenceConsumer BOOTSTRAP_SERVERS REGISTRY_URL TOPIC STORE_FOLDER JDBC_URL [IDLE_SECONDS]. PGUSER and
 * PGPASSWORD say who it is to the database, whose tables are made by ../schema.sql. With IDLE_SECONDS it ends when no
 * event has come for so long.
 */
public final class ReferenceConsumer {
    private static final int RECORDS_AT_ONCE = 500;
    private static final Map<String, String> KEYS = Map.of("INTERACTION", "ixnId", "CONTACT", "ContactId");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Integer, Schema> schemas = new HashMap<>();
    private final String registry;
    private final Path store;
    private final Connection database;

    private ReferenceConsumer(String registry, Path store, Connection database) {
        this.registry = registry;
        this.store = store;
        this.database = database;
    }

    public static void main(String[] arguments) throws Exception {
        String topic = arguments[2];
        Duration idle = arguments.length > 5 ? Duration.ofSeconds(Long.parseLong(arguments[5])) : null;
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", arguments[0],
                "group.id", "reference-java-" + topic,
                "enable.auto.commit", "false",
                "auto.offset.reset", "earliest",
                "session.timeout.ms", "10000",
                "max.poll.records", "1");
        try (Connection database =
                        DriverManager.getConnection(arguments[4], System.getenv("PGUSER"), System.getenv("PGPASSWORD"));
                KafkaConsumer<String, byte[]> consumer =
                        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            database.setAutoCommit(false);
            consumer.subscribe(List.of(topic));
            new ReferenceConsumer(arguments[1], Path.of(arguments[3]), database).run(consumer, idle);
        }
    }

    private void run(KafkaConsumer<String, byte[]> consumer, Duration idle) throws Exception {
        long lastNews = System.nanoTime();
        while (idle == null || System.nanoTime() - lastNews < idle.toNanos()) {
            var messages = consumer.poll(Duration.ofMillis(200));
            if (!messages.isEmpty() || consumer.assignment().isEmpty()) {
                lastNews = System.nanoTime();
            }
            for (ConsumerRecord<String, byte[]> message : messages) {
                GenericRecord event = decode(message.value());
                String outcome = apply(event) ? "applied" : "duplicate";
                System.out.printf(
                        "%s %s %s job=%s sequence=%s records=%s%n",
                        outcome,
                        event.get("eventId"),
                        event.get("outcome"),
                        part(event, "job").get("id"),
                        event.get("sequence"),
                        part(event, "totals").get("rows"));
                consumer.commitSync(Map.of(
                        new TopicPartition(message.topic(), message.partition()),
                        new OffsetAndMetadata(message.offset() + 1)));
            }
        }
    }

    /** A zero byte, the schema's id in four bytes, and the record as the schema with that id wrote it. */
    private GenericRecord decode(byte[] value) throws IOException, InterruptedException {
        ByteBuffer bytes = ByteBuffer.wrap(value);
        if (bytes.get() != 0) {
            throw new IOException("not in the Confluent wire format");
        }
        Schema writer = schema(bytes.getInt());
        return new GenericDatumReader<GenericRecord>(writer)
                .read(null, DecoderFactory.get().binaryDecoder(value, bytes.position(), bytes.remaining(), null));
    }

    private Schema schema(int id) throws IOException, InterruptedException {
        if (!schemas.containsKey(id)) {
            var request = HttpRequest.newBuilder(URI.create(registry + "/schemas/ids/" + id)).build();
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("the registry answered " + response.statusCode());
            }
            String text = JSON.readTree(response.body()).get("schema").asText();
            schemas.put(id, new Schema.Parser().parse(text));
        }
        return schemas.get(id);
    }

    /** @return false when the event was applied before */
    private boolean apply(GenericRecord event) throws Exception {
        try {
            boolean first = remember(event);
            if (first && event.get("manifest") != null) {
                load(event);
            }
            database.commit();
            return first;
        } catch (Exception e) {
            database.rollback();
            throw e;
        }
    }

    private boolean remember(GenericRecord event) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement("""
                INSERT INTO outcome (event_id, job_id, sequence, run_id, previous_run_id, outcome, occurred_at, records)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (event_id) DO NOTHING
                """)) {
            Object previous = event.get("previousRunId");
            insert.setObject(1, uuid(event.get("eventId")));
            insert.setObject(2, uuid(part(event, "job").get("id")));
            insert.setLong(3, (Long) event.get("sequence"));
            insert.setObject(4, uuid(part(event, "run").get("id")));
            insert.setObject(5, previous == null ? null : uuid(previous));
            insert.setString(6, event.get("outcome").toString());
            insert.setTimestamp(7, occurredAt(event));
            insert.setLong(8, (Long) part(event, "totals").get("rows"));
            return insert.executeUpdate() == 1;
        }
    }

    private void load(GenericRecord event) throws Exception {
        String location = part(event, "manifest").get("location").toString();
        byte[] manifest = Files.readAllBytes(store.resolve(location));
        String sum = hex(MessageDigest.getInstance("SHA-256").digest(manifest));
        if (!sum.equals(part(event, "manifest").get("sha256").toString())) {
            throw new IOException(location + ": not the manifest that the event names");
        }
        Path folder = store.resolve(location).getParent();
        long rows = 0;
        for (JsonNode file : JSON.readTree(manifest).get("files")) {
            rows += loadFile(event, folder, file);
        }
        if (rows != (Long) part(event, "totals").get("rows")) {
            throw new IOException(rows + " records where the event says " + part(event, "totals").get("rows"));
        }
    }

    /** Loads one file and then compares what was read with the manifest; the transaction takes it back if they differ. */
    private long loadFile(GenericRecord event, Path folder, JsonNode file) throws Exception {
        String kind = "%s %s %s".formatted(event.get("format"), event.get("compression"), event.get("encryption"));
        if (!kind.equals("JSON_LINES NONE null")) {
            throw new IOException("this example reads plain JSON Lines, not " + kind);
        }
        String name = file.get("name").asText();
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        long rows = 0;
        try (InputStream content = new DigestInputStream(
                        new BufferedInputStream(Files.newInputStream(folder.resolve(name))), digest);
                BufferedReader lines = new BufferedReader(new InputStreamReader(content, UTF_8));
                PreparedStatement insert = database.prepareStatement("""
                        INSERT INTO exported_record (type, record_id, occurred_at, content)
                        VALUES (?, ?, ?, CAST(? AS jsonb))
                        ON CONFLICT (type, record_id) DO UPDATE
                        SET occurred_at = excluded.occurred_at, content = excluded.content
                        WHERE excluded.occurred_at > exported_record.occurred_at
                        """)) {
            String type = part(event, "dataset").get("type").toString();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                insert.setString(1, type);
                insert.setString(2, JSON.readTree(line).get(KEYS.get(type)).asText());
                insert.setTimestamp(3, occurredAt(event));
                insert.setString(4, line);
                insert.addBatch();
                rows++;
                if (rows % RECORDS_AT_ONCE == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        if (!hex(digest.digest()).equals(file.get("sha256").asText())) {
            throw new IOException(name + ": SHA-256 differs from the manifest");
        }
        if (rows != file.get("rows").asLong()) {
            throw new IOException("%s: %d records where the manifest says %s".formatted(name, rows, file.get("rows")));
        }
        return rows;
    }

    private static GenericRecord part(GenericRecord record, String field) {
        return (GenericRecord) record.get(field);
    }

    private static UUID uuid(Object text) {
        return UUID.fromString(text.toString());
    }

    private static Timestamp occurredAt(GenericRecord event) {
        return Timestamp.from(Instant.EPOCH.plus((Long) event.get("occurredAt"), ChronoUnit.MICROS));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
