package dev.longshore.history.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.history.testing.HistoryApi;
import dev.longshore.history.testing.RandomRun;
import dev.longshore.history.testing.RunTopics;
import dev.longshore.history.testing.RunningHistory;
import dev.longshore.platform.messaging.AvroCodec;
import dev.longshore.platform.time.Ids;
import dev.longshore.testing.Eventually;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.kafka.core.ConsumerFactory;
import tools.jackson.databind.JsonNode;

/**
 * The read model made anew while it serves. The service's own loop is still: instances are played by rebuilders that the
 * tests move and kill.
 */
class RebuildIT {
    private static final long SEED = 20261126;
    /** So that a rebuild takes many steps. */
    private static final int SMALL_BATCH = 7;

    private static final int BATCH = 100;
    private static final String PATH = "/api/v1/admin/rebuild";

    @RegisterExtension
    static final RunningHistory history =
            RunningHistory.changed(delivered -> delivered.with("longshore.history.rebuild.poll-interval", "1h"));

    private final AvroCodec codec = history.bean(AvroCodec.class);

    private final Jdbi jdbi = history.bean(Jdbi.class);
    private final ReadModelTables tables = new ReadModelTables(jdbi);

    private final RebuildService rebuilds = history.bean(RebuildService.class);

    @SuppressWarnings("unchecked")
    private final ConsumerFactory<String, byte[]> consumers = history.bean(ConsumerFactory.class);

    HistoryApi admin;
    HistoryApi exporter;
    RunTopics topics;
    final List<Rebuilder> instances = new ArrayList<>();

    @BeforeEach
    void callers() {
        admin = history.api("ADMIN");
        exporter = history.api("EXPORTER");
        topics = new RunTopics(history.kafka(), codec);
    }

    @AfterEach
    void leave() {
        instances.forEach(Rebuilder::close);
        topics.close();
    }

    // P71
    @Test
    void the_new_read_model_is_the_old_one_row_by_row_though_runs_go_on_lines_are_deleted_and_instances_die() {
        Random random = new Random(SEED);
        List<SpecificRecord> messages = runs("going on", 25, random);
        int begun = messages.size() / 2;
        topics.send(messages.subList(0, begun));
        topics.sendPoison();
        topics.awaitTakenIn();
        deleteSomeLine();
        assertThat(admin.post(PATH, "").statusCode()).isEqualTo(202);

        Rebuilder one = instance(SMALL_BATCH);
        Rebuilder other = instance(SMALL_BATCH);
        int sent = begun;
        while (sent < messages.size()) {
            int next = Math.min(messages.size(), sent + 1 + random.nextInt(12));
            topics.send(messages.subList(sent, next));
            sent = next;
            // As long as something is left to replay, so that all this happens while it is being rebuilt.
            if (tables.left() > 3 * SMALL_BATCH) {
                one.step();
                assertThat(other.step())
                        .as("the other instance has nothing to do")
                        .isFalse();
                if (random.nextInt(4) == 0) {
                    one = instance(SMALL_BATCH);
                    letLeaseEnd();
                }
                if (random.nextInt(4) == 0) {
                    deleteSomeLine();
                }
            }
        }
        deleteSomeLine();
        topics.awaitTakenIn();
        List<String> expected = tables.rows();
        letLeaseEnd();
        finish(instance(BATCH));

        JsonNode rebuild = admin.getJson(PATH);
        assertThat(rebuild.at("/state").asString()).as("%s", rebuild).isEqualTo("COMPLETED");
        assertThat(rebuild.at("/unreadable").asInt()).isEqualTo(1);
        assertThat(tables.rows()).as("seed %d", SEED).isEqualTo(expected);
        assertThat(tables.deletedLinesThatShow()).isZero();
        // What comes now is written to the new tables alone.
        topics.send(runs("after it", 3, random));
        topics.awaitTakenIn();
        assertThat(tables.rows()).hasSizeGreaterThan(expected.size());
    }

    @Test
    void what_was_spoilt_in_the_read_model_is_mended() {
        topics.send(runs("to be spoilt", 10, new Random(SEED + 1)));
        topics.awaitTakenIn();
        List<String> expected = tables.rows();
        history.execute(
                "UPDATE history.run SET job_title = 'spoilt', completed_at = NULL, first_fact_at = first_fact_at + '1 day'",
                "UPDATE history.run_progress SET keys_seen = 7, rows_held = -1",
                "UPDATE history.attempt SET done_at = NULL, failed_at = NULL",
                "DELETE FROM history.artifact");
        assertThat(tables.rows()).isNotEqualTo(expected);

        assertThat(admin.post(PATH, "").statusCode()).isEqualTo(202);
        finish(instance(BATCH));
        assertThat(tables.rows()).isEqualTo(expected);
    }

    @Test
    void an_instance_whose_session_is_killed_in_the_middle_of_a_step_leaves_nothing_half_done() {
        topics.send(runs("killed", 10, new Random(SEED + 2)));
        topics.awaitTakenIn();
        List<String> expected = tables.rows();
        assertThat(admin.post(PATH, "").statusCode()).isEqualTo(202);
        Rebuilder victim = instance(SMALL_BATCH);
        victim.step();
        long left = tables.left();
        jdbi.useTransaction(handle -> {
            // The step gets as far as its first write.
            handle.execute("LOCK TABLE history_rebuild.run_progress IN SHARE ROW EXCLUSIVE MODE");
            CompletableFuture<Void> step = CompletableFuture.runAsync(victim::step);
            Eventually.that(
                    "the step is in the middle",
                    () -> assertThat(tables.killWhoWaitsForTheShadow()).isEqualTo(1));
            assertThatThrownBy(step::join).isInstanceOf(CompletionException.class);
        });
        assertThat(tables.left()).isEqualTo(left);
        letLeaseEnd();
        finish(instance(BATCH));
        assertThat(admin.getJson(PATH).at("/state").asString()).isEqualTo("COMPLETED");
        assertThat(tables.rows()).isEqualTo(expected);
    }

    @Test
    void there_is_one_rebuild_at_a_time_ordered_by_an_administrator_who_may_cancel_it() {
        topics.send(runs("cancelled", 2, new Random(SEED + 3)));
        topics.awaitTakenIn();
        List<String> expected = tables.rows();
        assertThat(exporter.post(PATH, "").statusCode()).isEqualTo(403);
        assertThat(admin.post(PATH, "").statusCode()).isEqualTo(202);
        assertThat(admin.post(PATH, "").body()).contains("rebuild-in-progress");
        instance(BATCH).step();
        assertThat(admin.getJson(PATH).at("/eventsTotal").asLong()).isPositive();
        assertThat(admin.delete(PATH).statusCode()).isEqualTo(200);
        JsonNode cancelled = admin.getJson(PATH);
        assertThat(cancelled.at("/state").asString()).isEqualTo("CANCELLED");
        Eventually.that(
                "both acts are in the audit log",
                () -> assertThat(admin.getJson("/api/v1/audit?subject="
                                        + cancelled.at("/id").asString())
                                .at("/items")
                                .findValuesAsString("action"))
                        .containsExactly("REBUILD_CANCELLED", "REBUILD_BEGUN"));
        assertThat(admin.delete(PATH).statusCode()).isEqualTo(409);
        assertThat(instance(BATCH).step()).isFalse();
        topics.send(runs("after the cancellation", 1, new Random(SEED + 4)));
        topics.awaitTakenIn();
        assertThat(tables.rows()).containsAll(expected).hasSizeGreaterThan(expected.size());
    }

    @Test
    void a_topic_that_lacks_runs_ends_the_rebuild_and_the_old_read_model_serves_on() {
        String stray = Ids.nameBased("stray").toString();
        history.execute("INSERT INTO history.run (run_id, job_id, first_fact_at) VALUES ('%1$s', '%1$s', now())"
                .formatted(stray));
        List<String> expected = tables.rows();
        assertThat(admin.post(PATH, "").statusCode()).isEqualTo(202);
        finish(instance(BATCH));
        JsonNode rebuild = admin.getJson(PATH);
        assertThat(rebuild.at("/state").asString()).isEqualTo("FAILED");
        assertThat(rebuild.at("/failure").asString()).contains("lacks the events of 1 runs");
        assertThat(tables.rows()).isEqualTo(expected);
        history.execute("DELETE FROM history.run WHERE run_id = '%s'".formatted(stray));
    }

    @Test
    void a_shadow_that_cannot_take_a_fact_ends_the_rebuild_and_harms_nothing_else() {
        assertThat(admin.post(PATH, "").statusCode()).isEqualTo(202);
        history.execute("ALTER TABLE history_rebuild.run DROP COLUMN job_title");
        topics.send(runs("not taken", 1, new Random(SEED + 5)));
        topics.awaitTakenIn();
        assertThat(admin.getJson(PATH).at("/state").asString()).isEqualTo("FAILED");
        UUID taken = Ids.nameBased("run", "not taken", "0");
        assertThat(admin.get("/api/v1/runs/" + taken).statusCode()).isEqualTo(200);
    }

    @Test
    void a_migration_in_between_makes_the_rebuild_begin_anew() {
        topics.send(runs("migrated", 3, new Random(SEED + 6)));
        topics.awaitTakenIn();
        assertThat(admin.post(PATH, "").statusCode()).isEqualTo(202);
        Rebuilder rebuilder = instance(BATCH);
        rebuilder.step();
        history.execute(
                "ALTER TABLE history.run ADD COLUMN later text", "CREATE INDEX run_by_later ON history.run (later)");
        List<String> expected = tables.rows();
        finish(rebuilder);
        assertThat(admin.getJson(PATH).at("/state").asString()).isEqualTo("COMPLETED");
        assertThat(tables.rows()).isEqualTo(expected);
        assertThat(tables.indexesAndStatistics())
                .contains("run_by_later", "run_pkey", "run_by_title", "artifact_number_key", "run_of_rows");
        history.execute("ALTER TABLE history.run DROP COLUMN later");
    }

    private Rebuilder instance(int batch) {
        Rebuilder instance = new Rebuilder(rebuilds, new RunEventSource(consumers, batch));
        instances.add(instance);
        return instance;
    }

    /** Steps until nothing is left to do; a step that finds readers in the way is taken again. */
    private void finish(Rebuilder instance) {
        Eventually.that("the rebuild has ended", () -> {
            while (instance.step()) {
                assertThat(admin.get("/api/v1/runs?limit=1").statusCode()).isEqualTo(200);
            }
            assertThat(admin.getJson(PATH).at("/state").asString()).isNotEqualTo("RUNNING");
        });
    }

    /** Messages of runs, mixed, each run's in its order. */
    private static List<SpecificRecord> runs(String name, int count, Random random) {
        UUID jobId = Ids.nameBased("job", name);
        List<List<SpecificRecord>> runs = new ArrayList<>(IntStream.range(0, count)
                .mapToObj(i -> (List<SpecificRecord>) new ArrayList<>(
                        RandomRun.of(random.nextLong(), Ids.nameBased("run", name, Integer.toString(i)), jobId)))
                .toList());
        List<SpecificRecord> mixed = new ArrayList<>();
        while (!runs.isEmpty()) {
            List<SpecificRecord> run = runs.get(random.nextInt(runs.size()));
            mixed.add(run.remove(0));
            if (run.isEmpty()) {
                runs.remove(run);
            }
        }
        return mixed;
    }

    private void letLeaseEnd() {
        history.execute("UPDATE history.rebuild SET lease_until = now() WHERE state = 'RUNNING'");
    }

    /** The line of some ended run. */
    private void deleteSomeLine() {
        List<UUID> ended = jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT run_id FROM run WHERE ended_at IS NOT NULL AND NOT hidden ORDER BY run_id LIMIT 1
                        """).mapTo(UUID.class).list());
        for (UUID run : ended) {
            assertThat(exporter.delete("/api/v1/runs/" + run).statusCode()).isEqualTo(204);
        }
    }
}
