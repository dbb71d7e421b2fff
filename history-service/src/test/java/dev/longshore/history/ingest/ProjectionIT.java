package dev.longshore.history.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.ProgressReported;
import dev.longshore.events.RunEvent;
import dev.longshore.history.progress.RunStatus;
import dev.longshore.history.run.RunService;
import dev.longshore.history.run.RunView;
import dev.longshore.history.testing.RandomRun;
import dev.longshore.history.testing.RunningHistory;
import dev.longshore.platform.time.Ids;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Any permutation and repetition of a run's messages gives the same read model, in the database itself. */
class ProjectionIT {
    private static final long SEED = 20261123;
    private static final int RUNS = 50;
    private static final int PERMUTATIONS = 20;

    @RegisterExtension
    static final RunningHistory history = RunningHistory.asDelivered();

    private final RunEventProjector runEvents = history.bean(RunEventProjector.class);

    private final ProgressProjector progress = history.bean(ProgressProjector.class);

    private final ProgressFactsProjector progressFacts = history.bean(ProgressFactsProjector.class);

    private final RunFactsProjector facts = history.bean(RunFactsProjector.class);

    private final RunService runs = history.bean(RunService.class);

    private final Jdbi jdbi = history.bean(Jdbi.class);

    private final PlatformTransactionManager transactions = history.bean(PlatformTransactionManager.class);

    @Test
    void any_permutation_and_repetition_of_the_messages_gives_the_same_read_model() {
        UUID jobId = Ids.nameBased("job");
        // Runs do not depend on each other: while the database works on one, the next is made.
        new Random(SEED).longs(RUNS).parallel().forEach(seed -> assertEveryPermutationGivesTheSame(seed, jobId));
    }

    private void assertEveryPermutationGivesTheSame(long seed, UUID jobId) {
        Random random = new Random(seed);
        String run = Long.toString(seed);
        UUID inOrder = Ids.nameBased("run", run, "in order");
        project(RandomRun.of(seed, inOrder, jobId));
        String expected = readModelOf(inOrder);
        List<List<SpecificRecord>> together = new ArrayList<>();
        for (int permutation = 0; permutation < PERMUTATIONS; permutation++) {
            List<SpecificRecord> messages =
                    shuffledAndRepeated(RandomRun.of(seed, idOf(run, permutation), jobId), random);
            if (permutation % 5 == 0) {
                project(messages);
            } else {
                together.add(messages);
            }
        }
        projectTogether(interleaved(together, random), random);
        for (int permutation = 0; permutation < PERMUTATIONS; permutation++) {
            assertThat(readModelOf(idOf(run, permutation)))
                    .as("run of seed %d, permutation %d", seed, permutation)
                    .isEqualTo(expected);
        }
    }

    private static UUID idOf(String run, int permutation) {
        return Ids.nameBased("run", run, Integer.toString(permutation));
    }

    @Test
    void the_bar_never_falls_whatever_the_order_and_is_full_only_when_completed() {
        Random random = new Random(SEED);
        UUID jobId = Ids.nameBased("job of bars");
        for (int run = 0; run < RUNS; run++) {
            UUID runId = Ids.nameBased("bar", Integer.toString(run));
            double before = 0;
            for (SpecificRecord message : shuffledAndRepeated(RandomRun.of(random.nextLong(), runId, jobId), random)) {
                project(List.of(message));
                RunView view = runs.find(List.of(runId)).get(0);
                double fraction = view.progress().fraction();
                assertThat(fraction).as("seed %d, run %d", SEED, run).isGreaterThanOrEqualTo(before);
                assertThat(fraction == 1)
                        .as("full, seed %d, run %d: %s", SEED, run, view.status())
                        .isEqualTo(view.status() == RunStatus.COMPLETED);
                before = fraction;
            }
        }
    }

    private void project(List<SpecificRecord> messages) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            for (SpecificRecord message : messages) {
                if (message instanceof RunEvent event) {
                    runEvents.apply(event);
                } else {
                    progress.apply((ProgressReported) message);
                }
            }
        });
    }

    /** As a rebuild does it, whose batches hold events of many runs: of each of them some, or all. */
    private void projectTogether(List<SpecificRecord> messages, Random random) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            List<RunEvent> events = new ArrayList<>();
            List<ProgressReported> reports = new ArrayList<>();
            for (SpecificRecord message : messages) {
                if (message instanceof RunEvent event) {
                    events.add(event);
                } else {
                    reports.add((ProgressReported) message);
                }
                if (random.nextInt(10 * PERMUTATIONS) == 0) {
                    facts.apply(events);
                    events.clear();
                }
                if (random.nextInt(10 * PERMUTATIONS) == 0) {
                    progressFacts.apply(reports);
                    reports.clear();
                }
            }
            progressFacts.apply(reports);
            facts.apply(events);
        });
    }

    /** One list of all; those of a run stay in their order. */
    private static List<SpecificRecord> interleaved(List<List<SpecificRecord>> runs, Random random) {
        List<Deque<SpecificRecord>> left = runs.stream()
                .<Deque<SpecificRecord>>map(ArrayDeque::new)
                .collect(Collectors.toCollection(ArrayList::new));
        List<SpecificRecord> all = new ArrayList<>();
        while (!left.isEmpty()) {
            Deque<SpecificRecord> run = left.get(random.nextInt(left.size()));
            all.add(run.remove());
            left.removeIf(Deque::isEmpty);
        }
        return all;
    }

    private static List<SpecificRecord> shuffledAndRepeated(List<SpecificRecord> messages, Random random) {
        List<SpecificRecord> delivered = new ArrayList<>(messages);
        for (SpecificRecord message : messages) {
            if (random.nextInt(3) == 0) {
                delivered.add(message);
            }
        }
        Collections.shuffle(delivered, random);
        return delivered;
    }

    /** All that the read model holds of a run, but its own ids and the transaction that wrote it. */
    private String readModelOf(UUID runId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT jsonb_pretty(jsonb_build_object(
                            'run', (SELECT to_jsonb(r) - 'run_id' FROM run r WHERE r.run_id = :run),
                            'progress', (SELECT to_jsonb(p) - 'run_id' - 'changed_in'
                                         FROM run_progress p WHERE p.run_id = :run),
                            'attempts', (SELECT jsonb_agg(to_jsonb(a) - 'run_id' ORDER BY a.task_kind, a.number, a.epoch)
                                         FROM attempt a WHERE a.run_id = :run),
                            'artifacts', (SELECT jsonb_agg(to_jsonb(f) - 'run_id' - 'artifact_id' ORDER BY f.number)
                                          FROM artifact f WHERE f.run_id = :run)))
                        """)
                .bind("run", runId)
                .mapTo(String.class)
                .one()
                .replace(runId.toString(), "the run"));
    }
}
