package dev.longshore.worker.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.testing.PostgresExtension;
import dev.longshore.worker.failure.Failure;
import dev.longshore.worker.failure.FailureKind;
import dev.longshore.worker.lease.ClaimOutcome.Claimed;
import dev.longshore.worker.run.RunId;
import dev.longshore.worker.task.Lease;
import dev.longshore.worker.task.TaskId;
import dev.longshore.worker.task.TaskKind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Four workers, a dozen tasks and random moves on the real statements, with time that the simulation moves: seed in,
 * everything else follows. Whatever happens, an epoch has one holder, epochs only rise, and a task is finished once.
 */
class LeaseSimulationIT {
    private static final int MOVES = 400;
    private static final int WORKERS = 4;
    private static final int TASKS = 12;

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static LedgerContext context;

    @BeforeAll
    static void start() {
        context = new LedgerContext(postgres);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 7, 42, 4_711, 20_261_123})
    void no_interleaving_gives_one_epoch_to_two_holders_or_finishes_a_task_twice(long seed) {
        Random random = new Random(seed);
        Simulation simulation = new Simulation(seed, random);

        for (int move = 0; move < MOVES; move++) {
            simulation.move(move);
        }

        simulation.assertEachTaskFinishedAtMostOnce();
        assertThat(simulation.grants).as("seed %d: something happened", seed).hasSizeGreaterThan(10);
    }

    private static final class Simulation {
        private final long seed;
        private final Random random;
        private final List<RunId> runs = new ArrayList<>();
        private final List<TaskId> tasks = new ArrayList<>();
        private final List<Lease> believed = new ArrayList<>();
        private final Map<String, String> grants = new HashMap<>();
        private final Map<TaskId, Long> highest = new HashMap<>();
        private final Map<TaskId, Integer> finished = new HashMap<>();
        private final TaskSweeper sweeper = new TaskSweeper(context.ledger(), () -> true, new SimpleMeterRegistry());

        Simulation(long seed, Random random) {
            this.seed = seed;
            this.random = random;
            for (int i = 0; i < TASKS; i++) {
                String name = "simulation %d %d".formatted(seed, i);
                runs.add(LedgerContext.runOf(name));
                tasks.add(context.aFreeTask(name, TaskKind.EXPORT));
            }
        }

        void move(int number) {
            switch (random.nextInt(16)) {
                case 0 -> anyBelieved().ifPresent(this::finish);
                case 1, 2 -> anyBelieved().ifPresent(this::endOtherwise);
                case 3, 4, 5 ->
                    anyBelieved().ifPresent(lease -> context.ledger().renew(lease));
                case 6, 7 -> context.pass(random.nextInt(40_000));
                case 8, 9 -> sweeper.sweep();
                default -> claim(number);
            }
        }

        private void claim(int move) {
            int index = random.nextInt(TASKS);
            String worker = "worker-" + random.nextInt(WORKERS);
            if (context.ledger().claim(runs.get(index), tasks.get(index), worker) instanceof Claimed claimed) {
                Lease lease = claimed.lease();
                String grant = "%s/%d".formatted(lease.task(), lease.epoch());
                assertThat(grants.putIfAbsent(grant, worker + " at move " + move))
                        .as("seed %d, move %d: earlier holder of %s", seed, move, grant)
                        .isNull();
                assertThat(lease.epoch())
                        .as("seed %d, move %d: epochs rise", seed, move)
                        .isGreaterThan(highest.getOrDefault(lease.task(), 0L));
                highest.put(lease.task(), lease.epoch());
                believed.add(lease);
            }
        }

        /** Also by holders that have lost the task long ago and do not know it. */
        private void finish(Lease lease) {
            if (context.tasks().markDone(lease.task().value(), lease.epoch())) {
                finished.merge(lease.task(), 1, Integer::sum);
                assertThat(lease.epoch())
                        .as("seed %d: only the latest holder finishes", seed)
                        .isEqualTo(highest.get(lease.task()));
            }
        }

        private void endOtherwise(Lease lease) {
            if (random.nextBoolean()) {
                context.ledger().giveBack(lease);
            } else {
                context.ledger().fail(lease, new Failure(FailureKind.SOURCE_UNAVAILABLE, "away"));
            }
        }

        private Optional<Lease> anyBelieved() {
            return believed.isEmpty() ? Optional.empty() : Optional.of(believed.get(random.nextInt(believed.size())));
        }

        void assertEachTaskFinishedAtMostOnce() {
            assertThat(finished.values()).as("seed %d", seed).allMatch(times -> times == 1);
        }
    }
}
