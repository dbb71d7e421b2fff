package dev.longshore.history.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.events.AuditRecorded;
import dev.longshore.events.Topics;
import dev.longshore.history.testing.HistoryApi;
import dev.longshore.history.testing.RunningHistory;
import dev.longshore.platform.audit.AuditEntry;
import dev.longshore.platform.audit.AuditTrail;
import dev.longshore.platform.messaging.AvroCodec;
import dev.longshore.platform.time.Ids;
import dev.longshore.testing.Eventually;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The audit log, from the act to the page of the administrator. */
class AuditLogIT {
    private static final String LOG = "/api/v1/audit";
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    @RegisterExtension
    static final RunningHistory history = RunningHistory.asDelivered();

    private final AuditTrail trail = history.bean(AuditTrail.class);

    private final AuditListener listener = history.bean(AuditListener.class);

    private final AvroCodec codec = history.bean(AvroCodec.class);

    private final Jdbi jdbi = history.bean(Jdbi.class);

    private final PlatformTransactionManager transactions = history.bean(PlatformTransactionManager.class);

    private int port;
    private HistoryApi admin;

    @BeforeEach
    void callers() {
        port = history.instance().port();
        admin = history.api("ADMIN");
    }

    @Test
    void every_act_on_a_webhook_is_kept_with_who_did_it_and_from_where() {
        JsonNode webhook = admin.read(
                admin.post("/api/v1/webhooks", "{\"url\": \"https://hooks.example.org/T00/secret-in-path?key=secret\"}")
                        .body());
        String path = "/api/v1/webhooks/" + webhook.at("/id").asString();
        admin.put(path, "{\"url\": \"https://hooks.example.org/T00/other\", \"enabled\": false}", "If-Match", "\"1\"");
        admin.put(path, "{\"url\": \"https://hooks.example.org/T00/stale\"}", "If-Match", "\"1\"");
        admin.post(path + "/secret", "");
        admin.delete(path);

        String ofWebhook = LOG + "?subject=" + webhook.at("/id").asString();
        Eventually.that(
                "the acts are in the log",
                () -> assertThat(texts(admin.getJson(ofWebhook), "/action"))
                        .containsExactly(
                                "WEBHOOK_DELETED", "WEBHOOK_SECRET_CHANGED", "WEBHOOK_CHANGED", "WEBHOOK_CREATED"));
        JsonNode changed = admin.getJson(ofWebhook).at("/items/2");
        assertThat(changed.at("/actor").asString()).isEqualTo("ada");
        assertThat(changed.at("/role").asString()).isEqualTo("ADMIN");
        assertThat(changed.at("/address").asString()).isEqualTo("127.0.0.1");
        assertThat(changed.at("/subject/kind").asString()).isEqualTo("WEBHOOK");
        assertThat(changed.at("/changes/0/field").asString()).isEqualTo("url");
        assertThat(changed.at("/changes/1/field").asString()).isEqualTo("enabled");
        assertThat(changed.at("/changes/1/from").asString()).isEqualTo("true");
        assertThat(changed.at("/changes/1/to").asString()).isEqualTo("false");
        assertThat(admin.get(ofWebhook).body()).doesNotContain("secret-in-path", "key=", "whsec_");
    }

    @Test
    void only_administrators_read_it() {
        for (String path : List.of(LOG, LOG + ".csv")) {
            assertThat(history.api("VIEWER").get(path).statusCode()).isEqualTo(403);
            assertThat(history.api("EXPORTER").get(path).statusCode()).isEqualTo(403);
            assertThat(HistoryApi.statusWithoutToken(port, path)).isEqualTo(401);
        }
    }

    @Test
    void what_was_rolled_back_was_never_done() {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        transaction.executeWithoutResult(status -> {
            trail.record(AuditEntry.of("ROLLED_BACK", "TEST", "back"), NOON);
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> trail.record(AuditEntry.of("COMMITTED", "TEST", "forth"), NOON));
        Eventually.that(
                "the later act is in the log",
                () -> assertThat(texts(admin.getJson(LOG + "?subjectKind=TEST"), "/action"))
                        .containsExactly("COMMITTED"));
        assertThat(admin.getJson(LOG + "?subject=forth").at("/items/0/actor").asString())
                .isEqualTo("system");
        assertThatThrownBy(() -> trail.record(AuditEntry.of("UNBOUND", "TEST", "x"), NOON))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_record_that_comes_twice_is_kept_once() {
        AuditRecorded record = AuditRecorded.newBuilder()
                .setEventId(Ids.nameBased("twice").toString())
                .setOccurredAt(NOON)
                .setActor("grace")
                .setAction("SIGNED_IN")
                .setSubjectKind("USER")
                .setSubjectId("grace")
                .build();
        ConsumerRecord<String, byte[]> message =
                new ConsumerRecord<>(Topics.AUDIT, 0, 0, "grace", codec.encode(Topics.AUDIT, record));
        listener.on(message);
        listener.on(message);
        assertThat(admin.getJson(LOG + "?subject=grace").at("/items").size()).isEqualTo(1);
    }

    @Test
    void a_list_is_filtered_and_paged_newest_first() {
        insert(30, "linus", "JOB_CHANGED", "paged", "CONTACT_HISTORY");
        insert(5, "dennis", "JOB_DELETED", "paged", "IWD");
        String paged = LOG + "?subject=paged";
        List<String> found = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = admin.getJson(paged + "&limit=8" + cursor);
            found.addAll(texts(page, "/at"));
            cursor = page.at("/nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.at("/nextCursor").asString();
        } while (!cursor.isEmpty());
        assertThat(found).hasSize(35).isSortedAccordingTo((one, other) -> other.compareTo(one));

        assertThat(count(paged + "&actor=dennis")).isEqualTo(5);
        assertThat(count(paged + "&action=JOB_CHANGED")).isEqualTo(30);
        assertThat(count(paged + "&source=IWD")).isEqualTo(5);
        assertThat(count(paged + "&q=DENN")).isEqualTo(5);
        assertThat(count(paged + "&q=%25")).isZero();
        assertThat(count(paged + "&from=2026-11-26T12:00:10Z&to=2026-11-26T12:00:20Z"))
                .isEqualTo(10);
        assertThat(admin.get(LOG + "?cursor=nonsense").statusCode()).isEqualTo(400);
        assertThat(admin.get(LOG + "?limit=501").statusCode()).isEqualTo(400);
    }

    @Test
    void the_export_holds_all_records_of_the_filter_and_no_formula() {
        insert(2_500, "=HYPERLINK(\"https://evil.example\")", "JOB_CHANGED", "exported", "CONTACT_HISTORY");
        HttpResponse<String> csv = admin.get(LOG + ".csv?subject=exported");
        assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(csv.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"audit.csv\"");
        List<String> lines = csv.body().lines().toList();
        assertThat(lines).hasSize(2_501);
        assertThat(lines.get(0)).startsWith("\"id\",\"at\",\"actor\"");
        assertThat(lines.subList(1, lines.size()))
                .allSatisfy(line -> assertThat(line).contains(",\"'=HYPERLINK(\"\"https://evil.example\"\")\","))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_record SET actor = 'nobody'",
                "UPDATE audit_record SET actor = 'nobody' WHERE false",
                "DELETE FROM audit_record",
                "TRUNCATE audit_record",
                "INSERT INTO audit_record SELECT * FROM audit_record ON CONFLICT (event_id) DO UPDATE SET actor = 'x'"
            })
    void not_even_a_superuser_changes_or_deletes_a_record(String statement) {
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(statement)))
                .hasMessageContaining("audit_record is append-only");
        assertThatThrownBy(() -> jdbi.useHandle(handle -> {
                    handle.execute("SET session_replication_role = 'replica'");
                    try {
                        handle.execute(statement);
                    } finally {
                        handle.execute("SET session_replication_role = 'origin'");
                    }
                }))
                .hasMessageContaining("audit_record is append-only");
    }

    @Test
    void the_role_of_the_service_is_granted_reading_and_inserting_alone() throws SQLException {
        String role = "history_" + Long.toUnsignedString(Ids.timeOrdered(NOON).getLeastSignificantBits(), 36);
        history.execute(
                "CREATE ROLE %s LOGIN PASSWORD 'history'".formatted(role),
                "GRANT CREATE ON DATABASE %s TO %s"
                        .formatted(history.postgres().jdbcUrl().replaceAll(".*/|\\?.*", ""), role));
        Flyway.configure()
                .dataSource(history.postgres().jdbcUrl(), role, "history")
                .schemas("granted")
                .defaultSchema("granted")
                .createSchemas(true)
                .locations("classpath:db/platform", "classpath:db/history")
                .load()
                .migrate();
        try (Connection own = DriverManager.getConnection(history.postgres().jdbcUrl(), role, "history")) {
            own.createStatement().execute("SET search_path = granted");
            own.createStatement()
                    .execute("INSERT INTO audit_record VALUES (gen_random_uuid(), now(), 'ada', NULL, NULL, 'A', 'B',"
                            + " 'c', NULL, NULL, '[]')");
            for (String forbidden : List.of(
                    "UPDATE audit_record SET actor = 'x'", "DELETE FROM audit_record", "TRUNCATE audit_record")) {
                assertThatThrownBy(() -> own.createStatement().execute(forbidden))
                        .as(forbidden)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    private void insert(int records, String actor, String action, String subject, String source) {
        jdbi.useHandle(handle -> {
            for (int i = 0; i < records; i++) {
                handle.execute(
                        "INSERT INTO audit_record (event_id, occurred_at, actor, action, subject_kind, subject_id, source,"
                                + " changes) VALUES (?, ?, ?, ?, 'JOB', ?, ?, '[]')",
                        UUID.nameUUIDFromBytes((actor + subject + i).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        NOON.plusSeconds(i),
                        actor,
                        action,
                        subject,
                        source);
            }
        });
    }

    private int count(String list) {
        return admin.getJson(list).at("/items").size();
    }

    private static List<String> texts(JsonNode list, String pointer) {
        List<String> texts = new ArrayList<>();
        list.at("/items").forEach(item -> texts.add(item.at(pointer).asString()));
        return texts;
    }
}
