package dev.longshore.history.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Attempts become known in any order and repeatedly; the tally must not care. */
class RunTallyPropertyTest {
    private static final long SEED = 77;
    private static final int ROUNDS = 5_000;
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    /** What is told of one attempt at one task. */
    private record Fact(TaskKind kind, int number, AttemptRow attempt) {}

    private record Task(TaskKind kind, int number) implements Comparable<Task> {
        @Override
        public int compareTo(Task other) {
            return kind == other.kind ? Integer.compare(number, other.number) : kind.compareTo(other.kind);
        }
    }

    @Test
    void the_tally_does_not_depend_on_order_or_repetition_and_what_was_seen_never_falls() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            List<Fact> facts = facts(random);
            RunTally expected = tell(facts, round);
            List<Fact> told = new ArrayList<>(facts);
            facts.stream().filter(fact -> random.nextInt(3) == 0).forEach(told::add);
            Collections.shuffle(told, random);
            assertThat(tell(told, round)).as("seed %d, round %d", SEED, round).isEqualTo(expected);
        }
    }

    /** Adds up the differences that the facts make one by one, as the projection does. */
    private static RunTally tell(List<Fact> facts, int round) {
        Map<Task, Map<Long, AttemptRow>> known = new TreeMap<>();
        RunTally sum = RunTally.NONE;
        for (Fact fact : facts) {
            Map<Long, AttemptRow> attempts =
                    known.computeIfAbsent(new Task(fact.kind(), fact.number()), task -> new TreeMap<>());
            RunTally before = RunTally.of(fact.kind(), List.copyOf(attempts.values()));
            attempts.merge(fact.attempt().epoch(), fact.attempt(), RunTallyPropertyTest::join);
            RunTally next = sum.plus(
                    RunTally.of(fact.kind(), List.copyOf(attempts.values())).minus(before));
            assertThat(next.keysSeen()).as("seed %d, round %d", SEED, round).isGreaterThanOrEqualTo(sum.keysSeen());
            assertThat(next.assembledRows())
                    .as("seed %d, round %d", SEED, round)
                    .isGreaterThanOrEqualTo(sum.assembledRows());
            sum = next;
        }
        return sum;
    }

    /** The same join as the upserts of the projection. */
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

    private static List<Fact> facts(Random random) {
        List<Fact> facts = new ArrayList<>();
        long epoch = 0;
        for (TaskKind kind : List.of(TaskKind.PLAN, TaskKind.EXPORT, TaskKind.ASSEMBLE)) {
            for (int number = 1; number <= 1 + random.nextInt(4); number++) {
                int attempts = 1 + random.nextInt(3);
                for (int attempt = 1; attempt <= attempts; attempt++) {
                    epoch++;
                    long done = random.nextInt(100);
                    facts.add(new Fact(kind, number, reported(epoch, done / 2)));
                    facts.add(new Fact(kind, number, reported(epoch, done)));
                    if (attempt == attempts) {
                        facts.add(new Fact(kind, number, result(epoch)));
                    } else if (random.nextBoolean()) {
                        facts.add(new Fact(kind, number, failure(epoch)));
                    }
                }
            }
        }
        return facts;
    }

    private static AttemptRow reported(long epoch, long amount) {
        return new AttemptRow(epoch, amount, amount, amount * 10, null, null, null, null, null);
    }

    private static AttemptRow failure(long epoch) {
        return new AttemptRow(epoch, 0, 0, 0, NOON, null, null, null, null);
    }

    private static AttemptRow result(long epoch) {
        return new AttemptRow(epoch, 0, 0, 0, null, NOON, 100L, 90L, 900L);
    }
}
