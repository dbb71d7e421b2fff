package dev.longshore.history.testing;

import dev.longshore.events.TaskKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/**
 * The messages of a run such as workers send them, in the order of their making: with attempts that fail, workers that
 * are lost and tasks that are tried again. The same seed gives the same run, whatever its ids.
 */
public final class RandomRun {
    private static final long KEYS_PER_CHUNK = 100;

    private final Random random;
    private final RunMessages messages;
    private final List<SpecificRecord> made = new ArrayList<>();
    private long epoch;

    private RandomRun(long seed, UUID runId, UUID jobId) {
        this.random = new Random(seed);
        this.messages = new RunMessages(runId, jobId, Instant.parse("2026-11-23T10:00:05Z"));
    }

    /** All messages of the run that the seed describes. */
    public static List<SpecificRecord> of(long seed, UUID runId, UUID jobId) {
        RandomRun run = new RandomRun(seed, runId, jobId);
        run.play();
        return List.copyOf(run.made);
    }

    private void play() {
        if (random.nextInt(20) == 0) {
            made.add(messages.skipped("The run before is not finished"));
            return;
        }
        made.add(messages.requested());
        made.add(messages.accepted());
        made.add(messages.started(TaskKind.PLAN, 1, ++epoch, RunMessages.WORKER));
        if (random.nextBoolean()) {
            made.add(messages.waiting("waiting for open transactions to end"));
            made.add(messages.started(TaskKind.PLAN, 1, ++epoch, "worker-b"));
        }
        int chunks = random.nextInt(5);
        made.add(messages.planned(chunks, chunks * KEYS_PER_CHUNK));
        for (int chunk = 1; chunk <= chunks; chunk++) {
            if (endsEarly()) {
                return;
            }
            export(chunk);
        }
        int files = 1 + random.nextInt(2);
        made.add(messages.laidOut(files, chunks * KEYS_PER_CHUNK));
        for (int file = 1; file <= files; file++) {
            if (endsEarly()) {
                return;
            }
            assemble(file);
        }
        made.add(messages.started(TaskKind.PUBLISH, 1, ++epoch, RunMessages.WORKER));
        made.add(messages.completed(files, chunks * KEYS_PER_CHUNK, chunks * KEYS_PER_CHUNK * 100, "cafe", 17));
    }

    private boolean endsEarly() {
        switch (random.nextInt(25)) {
            case 0 -> made.add(messages.failed());
            case 1 -> made.add(messages.cancelled());
            case 2 -> {
                return true;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void export(int chunk) {
        String worker = "worker-" + random.nextInt(3);
        epoch++;
        made.add(messages.started(TaskKind.EXPORT, chunk, epoch, worker));
        made.add(messages.progress(TaskKind.EXPORT, chunk, epoch, worker, 30, 25));
        made.add(messages.progress(TaskKind.EXPORT, chunk, epoch, worker, 80, 70));
        switch (random.nextInt(4)) {
            case 0 -> {
                made.add(messages.failedAttempt(TaskKind.EXPORT, chunk, epoch, worker));
                export(chunk);
            }
            case 1 -> export(chunk);
            default -> made.add(messages.exported(chunk, epoch, worker, KEYS_PER_CHUNK, KEYS_PER_CHUNK - 5));
        }
    }

    private void assemble(int file) {
        epoch++;
        made.add(messages.started(TaskKind.ASSEMBLE, file, epoch, RunMessages.WORKER));
        made.add(messages.progress(TaskKind.ASSEMBLE, file, epoch, RunMessages.WORKER, 0, 10));
        if (random.nextInt(4) == 0) {
            assemble(file);
            return;
        }
        made.add(messages.assembled(
                file, epoch, RunMessages.WORKER, "interactions-%04d.jsonl".formatted(file), 40, 4_000, "beef"));
    }
}
