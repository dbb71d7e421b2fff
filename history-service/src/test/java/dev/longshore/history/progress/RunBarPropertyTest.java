package dev.longshore.history.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whole runs, with workers that are lost and chunks that are tried again, told of in any order and repeatedly: the bar
 * never falls, is full when and only when the manifest is in place, and holds no row of a lost attempt.
 */
class RunBarPropertyTest {
    private static final long SEED = 68;
    private static final int RUNS = 4_000;
    private static final long KEYS_PER_CHUNK = 100;
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    /** What is known of a run, as the tables of the read model hold it. */
    private static final class Known {
        private final Map<TaskKind, Map<Integer, Map<Long, AttemptRow>>> attempts = new HashMap<>();
        private @Nullable Integer chunks;
        private @Nullable Long keys;
        private @Nullable Integer files;
        private @Nullable Long rows;
        private boolean completed;

        void attempt(TaskKind kind, int number, AttemptRow told) {
            attempts.computeIfAbsent(kind, unknown -> new TreeMap<>())
                    .computeIfAbsent(number, unknown -> new TreeMap<>())
                    .merge(told.epoch(), told, Known::join);
        }

        private static AttemptRow join(AttemptRow one, AttemptRow other) {
            return new AttemptRow(
                    one.epoch(),
                    Math.max(one.keys(), other.keys()),
                    Math.max(one.rows(), other.rows()),
                    Math.max(one.bytes(), other.bytes()),
                    one.failedAt() == null ? other.failedAt() : one.failedAt(),
                    one.doneAt() == null ? other.doneAt() : one.doneAt(),
                    one.doneKeys() == null ? other.doneKeys() : one.doneKeys(),
                    one.doneRows() == null ? other.doneRows() : one.doneRows(),
                    one.doneBytes() == null ? other.doneBytes() : one.doneBytes());
        }

        RunTally tally() {
            RunTally sum = RunTally.NONE;
            for (Map.Entry<TaskKind, Map<Integer, Map<Long, AttemptRow>>> kind : attempts.entrySet()) {
                for (Map<Long, AttemptRow> task : kind.getValue().values()) {
                    sum = sum.plus(RunTally.of(kind.getKey(), List.copyOf(task.values())));
                }
            }
            return sum;
        }

        double bar() {
            Extent extent = new Extent(chunks, keys, files, rows, rows == null ? null : rows * 10);
            return RunBar.fraction(completed ? RunStatus.COMPLETED : RunStatus.RUNNING, extent, tally());
        }
    }

    // P15, P69
    @Test
    void the_bar_never_falls_and_is_full_only_with_the_manifest_in_any_order_of_the_news() {
        Random random = new Random(SEED);
        for (int run = 0; run < RUNS; run++) {
            List<Consumer<Known>> news = news(random);
            List<Consumer<Known>> told = new ArrayList<>(news);
            news.stream().filter(each -> random.nextInt(3) == 0).forEach(told::add);
            if (random.nextInt(4) > 0) {
                Collections.shuffle(told, random);
            }
            Known known = new Known();
            double before = 0;
            for (Consumer<Known> each : told) {
                each.accept(known);
                double bar = known.bar();
                assertThat(bar).as("seed %d, run %d", SEED, run).isGreaterThanOrEqualTo(before);
                assertThat(bar == 1).as("full: seed %d, run %d", SEED, run).isEqualTo(known.completed);
                before = bar;
            }
            RunTally all = known.tally();
            assertThat(all.rowsHeld()).as("rows: seed %d, run %d", SEED, run).isEqualTo(known.rows);
            assertThat(all.chunksHeld())
                    .as("chunks: seed %d, run %d", SEED, run)
                    .isZero();
        }
    }

    @Test
    void rows_of_a_lost_attempt_are_taken_out_again_and_the_bar_stands() {
        Known known = new Known();
        known.chunks = 2;
        known.keys = 2 * KEYS_PER_CHUNK;
        known.attempt(TaskKind.EXPORT, 1, reported(1, 80));
        double bar = known.bar();
        assertThat(known.tally().rowsHeld()).isEqualTo(80);

        known.attempt(TaskKind.EXPORT, 1, reported(2, 0));
        assertThat(known.tally().rowsHeld())
                .as("the second attempt has none yet")
                .isZero();
        assertThat(known.bar()).isEqualTo(bar);
        known.attempt(TaskKind.EXPORT, 1, reported(1, 95));
        assertThat(known.tally().rowsHeld()).as("what the lost one still says").isZero();

        known.attempt(TaskKind.EXPORT, 1, failed(2));
        known.attempt(TaskKind.EXPORT, 1, reported(3, 10));
        assertThat(known.tally().rowsHeld()).isEqualTo(10);
        known.attempt(TaskKind.EXPORT, 1, done(3, 90));
        assertThat(known.tally().rowsHeld()).isEqualTo(90);
        assertThat(known.bar()).isGreaterThan(bar);
    }

    /** All news of a run in the order of their making. */
    private static List<Consumer<Known>> news(Random random) {
        List<Consumer<Known>> news = new ArrayList<>();
        int chunks = random.nextInt(5);
        long epoch = 0;
        long rows = 0;
        news.add(known -> {
            known.chunks = chunks;
            known.keys = chunks * KEYS_PER_CHUNK;
        });
        for (int chunk = 1; chunk <= chunks; chunk++) {
            long result = random.nextInt((int) KEYS_PER_CHUNK + 1);
            epoch = attempts(news, TaskKind.EXPORT, chunk, epoch, result, random);
            rows += result;
        }
        long all = rows;
        int files = 1 + random.nextInt(2);
        news.add(known -> {
            known.files = files;
            known.rows = all;
        });
        for (int file = 1; file <= files; file++) {
            epoch = attempts(news, TaskKind.ASSEMBLE, file, epoch, all / files, random);
        }
        news.add(known -> known.completed = true);
        return news;
    }

    /** Attempts that are lost or fail, and one that succeeds. @return the last epoch */
    private static long attempts(
            List<Consumer<Known>> news, TaskKind kind, int number, long lastEpoch, long result, Random random) {
        long epoch = lastEpoch;
        while (true) {
            epoch++;
            long own = epoch;
            long reached = random.nextInt((int) KEYS_PER_CHUNK + 1);
            news.add(known -> known.attempt(kind, number, reported(own, 0)));
            news.add(known -> known.attempt(kind, number, reported(own, reached / 2)));
            news.add(known -> known.attempt(kind, number, reported(own, reached)));
            switch (random.nextInt(4)) {
                case 0 -> news.add(known -> known.attempt(kind, number, failed(own)));
                case 1 -> {
                    // Nothing is heard of it any more.
                }
                default -> {
                    news.add(known -> known.attempt(kind, number, done(own, result)));
                    return epoch;
                }
            }
        }
    }

    private static AttemptRow reported(long epoch, long amount) {
        return new AttemptRow(epoch, amount, amount, amount * 10, null, null, null, null, null);
    }

    private static AttemptRow failed(long epoch) {
        return new AttemptRow(epoch, 0, 0, 0, NOON, null, null, null, null);
    }

    private static AttemptRow done(long epoch, long rows) {
        return new AttemptRow(epoch, 0, 0, 0, null, NOON, KEYS_PER_CHUNK, rows, rows * 10);
    }
}
