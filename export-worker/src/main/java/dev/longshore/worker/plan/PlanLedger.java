package dev.longshore.worker.plan;

import dev.longshore.worker.chunk.ChunkDao;
import dev.longshore.worker.event.PlanFacts;
import dev.longshore.worker.event.RunEventPublisher;
import dev.longshore.worker.lease.FreeTasks;
import dev.longshore.worker.lease.StepOutcome;
import dev.longshore.worker.run.RunDao;
import dev.longshore.worker.run.RunRow;
import dev.longshore.worker.run.RunState;
import dev.longshore.worker.source.ChunkPlan;
import dev.longshore.worker.source.Cut;
import dev.longshore.worker.source.PlannedChunk;
import dev.longshore.worker.task.Lease;
import dev.longshore.worker.task.TaskDao;
import dev.longshore.worker.task.TaskKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.annotation.Transactional;

/** Records how planning goes on. Each method takes effect only for the holder of the task. */
class PlanLedger {
    private static final Logger log = LoggerFactory.getLogger(PlanLedger.class);

    private final RunDao runs;
    private final TaskDao tasks;
    private final ChunkDao chunks;
    private final RunEventPublisher events;
    private final FreeTasks freeTasks;

    PlanLedger(RunDao runs, TaskDao tasks, ChunkDao chunks, RunEventPublisher events, FreeTasks freeTasks) {
        this.runs = runs;
        this.tasks = tasks;
        this.chunks = chunks;
        this.events = events;
        this.freeTasks = freeTasks;
    }

    /**
     * What planning found.
     *
     * @param closedThrough no transaction can add a row dated before this instant any more
     * @param warning why that may not hold; null when it does
     */
    record PlannedWindow(
            ChunkPlan plan, Instant closedThrough, @Nullable String warning) {}

    /**
     * Keeps the cut for whoever goes on with the plan; the longest wait counts from here. A cut that an earlier attempt
     * left stays.
     *
     * @return the run with the cut that counts
     */
    @Transactional
    public RunRow recordCut(Lease lease, Cut cut) {
        UUID runId = lease.run().value();
        RunRow run = runs.lock(runId).orElseThrow();
        if (!runs.markCut(runId, cut.encode(), run.settings().closingMaxWaitMillis())) {
            return run;
        }
        return runs.lock(runId).orElseThrow();
    }

    /** Puts the plan off, and tells others why, once for each run. */
    @Transactional
    public StepOutcome waitOn(Lease lease, String reason, Instant until, Duration pause) {
        UUID runId = lease.run().value();
        Optional<RunRow> run = runs.lock(runId);
        if (run.isEmpty() || !tasks.postpone(lease.task().value(), lease.epoch(), pause.toMillis())) {
            return StepOutcome.SUPERSEDED;
        }
        if (runs.markWaitAnnounced(runId)) {
            events.waiting(run.get(), reason, until);
            log.info("Run waits for its window to close: run={} until={} reason={}", runId, until, reason);
        }
        return StepOutcome.PUT_OFF;
    }

    /** Stores the plan and frees its chunks; a window without rows goes on to be published. */
    @Transactional
    public StepOutcome commit(Lease lease, PlannedWindow planned) {
        UUID runId = lease.run().value();
        Optional<RunRow> run = runs.lock(runId);
        if (run.isEmpty() || !tasks.markDone(lease.task().value(), lease.epoch())) {
            return StepOutcome.SUPERSEDED;
        }
        ChunkPlan plan = planned.plan();
        List<PlannedChunk> slices = plan.chunks();
        RunState next = slices.isEmpty() ? RunState.PUBLISHING : RunState.EXPORTING;
        boolean first = runs.markPlanned(
                runId,
                next,
                slices.size(),
                plan.keys(),
                plan.estimatedRows(),
                planned.closedThrough(),
                planned.warning());
        if (!first) {
            throw new IllegalStateException("run %s was planned already".formatted(runId));
        }
        events.planned(
                run.get(),
                new PlanFacts(
                        slices.size(),
                        plan.keys(),
                        plan.estimatedRows(),
                        plan.estimatedBytes(),
                        planned.closedThrough(),
                        planned.warning()));
        if (slices.isEmpty()) {
            freeTasks.add(run.get(), TaskKind.PUBLISH, 1);
        } else {
            insertChunks(run.get(), slices);
        }
        log.info("Run planned: run={} chunks={} keys={}", runId, slices.size(), plan.keys());
        return StepOutcome.FINISHED;
    }

    private void insertChunks(RunRow run, List<PlannedChunk> slices) {
        List<Integer> numbers = IntStream.rangeClosed(1, slices.size()).boxed().toList();
        chunks.insertAll(
                run.runId(),
                numbers,
                slices.stream().map(slice -> slice.range().encode()).toList(),
                slices.stream().map(PlannedChunk::keys).toList());
        numbers.forEach(number -> freeTasks.add(run, TaskKind.EXPORT, number));
    }
}
