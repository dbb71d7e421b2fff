package dev.longshore.worker.assemble;

import dev.longshore.worker.event.FileFacts;
import dev.longshore.worker.event.TaskEventPublisher;
import dev.longshore.worker.file.FileDao;
import dev.longshore.worker.file.FileDao.NewFile;
import dev.longshore.worker.file.FileRow;
import dev.longshore.worker.layout.AssembledFile;
import dev.longshore.worker.lease.FreeTasks;
import dev.longshore.worker.lease.StepOutcome;
import dev.longshore.worker.run.RunDao;
import dev.longshore.worker.run.RunRow;
import dev.longshore.worker.task.Lease;
import dev.longshore.worker.task.TaskDao;
import dev.longshore.worker.task.TaskId;
import dev.longshore.worker.task.TaskKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;

/** Records layouts and assembled files. The first committed attempt wins; the last file frees the next step. */
class AssembleLedger {
    private final RunDao runs;
    private final TaskDao tasks;
    private final FileDao files;
    private final TaskEventPublisher events;
    private final FreeTasks freeTasks;

    AssembleLedger(RunDao runs, TaskDao tasks, FileDao files, TaskEventPublisher events, FreeTasks freeTasks) {
        this.runs = runs;
        this.tasks = tasks;
        this.files = files;
        this.events = events;
        this.freeTasks = freeTasks;
    }

    /**
     * Stores the layout. Files that are whole already need no step of their own; when none does, be it that chunks held no
     * rows because entity types excluded them all, the run is published at once.
     *
     * @param whole files that were written while the chunks were exported, by number
     */
    @Transactional
    public StepOutcome commitLayout(
            Lease lease, List<NewFile> layout, Map<Integer, AssembledFile> whole, String mediaType) {
        UUID runId = lease.run().value();
        Optional<RunRow> run = runs.lock(runId);
        if (run.isEmpty() || !tasks.markDone(lease.task().value(), lease.epoch())) {
            return StepOutcome.SUPERSEDED;
        }
        if (!runs.markLaidOut(runId, layout.size(), whole.size())) {
            throw new IllegalStateException("run %s was laid out already".formatted(runId));
        }
        files.insertAll(runId, layout);
        events.filesLaidOut(
                run.get(),
                lease,
                layout.size(),
                layout.stream().mapToLong(NewFile::rows).sum(),
                layout.stream().mapToLong(NewFile::plainBytes).sum());
        for (NewFile file : layout) {
            AssembledFile ready = whole.get(file.number());
            if (ready == null) {
                freeTasks.add(run.get(), TaskKind.ASSEMBLE, file.number());
            } else {
                Lease done = doneAlong(lease, file.number());
                tasks.insertDone(
                        done.task().value(), runId, done.kind(), done.number(), done.worker(), done.grantedAt());
                record(run.get(), done, file.name(), ready, mediaType);
            }
        }
        if (whole.size() == layout.size()) {
            freeTasks.add(run.get(), TaskKind.PUBLISH, 1);
        }
        return StepOutcome.FINISHED;
    }

    /** Makes the assembled object the file's result. */
    @Transactional
    public StepOutcome commitFile(Lease lease, AssembledFile assembled, String mediaType) {
        UUID runId = lease.run().value();
        Optional<RunRow> locked = runs.lock(runId);
        if (locked.isEmpty() || !tasks.markDone(lease.task().value(), lease.epoch())) {
            return StepOutcome.SUPERSEDED;
        }
        RunRow run = locked.get();
        FileRow file = files.find(runId, lease.number()).orElseThrow();
        if (!runs.countFile(runId)) {
            throw new IllegalStateException("all files of run %s were done already".formatted(runId));
        }
        record(run, lease, file.name(), assembled, mediaType);
        if (run.filesDone() + 1 == run.files()) {
            freeTasks.add(run, TaskKind.PUBLISH, 1);
        }
        return StepOutcome.FINISHED;
    }

    private void record(RunRow run, Lease lease, String name, AssembledFile assembled, String mediaType) {
        boolean first = files.markAssembled(
                run.runId(),
                lease.number(),
                lease.epoch(),
                assembled.object().object(),
                assembled.bytes(),
                assembled.sha256(),
                assembled.plainSha256(),
                assembled.first(),
                assembled.last());
        if (!first) {
            throw new IllegalStateException(
                    "file %d of run %s was done already".formatted(lease.number(), run.runId()));
        }
        events.fileAssembled(
                run, lease, new FileFacts(name, assembled.rows(), assembled.bytes(), assembled.sha256(), mediaType));
    }

    /** The step that a file needs no more, as an attempt of whoever found that. */
    private static Lease doneAlong(Lease lease, int number) {
        TaskId task = TaskId.of(lease.run(), TaskKind.ASSEMBLE, number);
        return new Lease(task, lease.run(), TaskKind.ASSEMBLE, number, 1, 1, lease.worker(), lease.grantedAt());
    }
}
