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
import dev.longshore.worker.task.TaskKind;
import java.util.List;
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

    /** Stores the layout; a run whose chunks held no rows, because entity types excluded them all, is published at once. */
    @Transactional
    public StepOutcome commitLayout(Lease lease, List<NewFile> layout) {
        UUID runId = lease.run().value();
        Optional<RunRow> run = runs.lock(runId);
        if (run.isEmpty() || !tasks.markDone(lease.task().value(), lease.epoch())) {
            return StepOutcome.SUPERSEDED;
        }
        if (!runs.markLaidOut(runId, layout.size())) {
            throw new IllegalStateException("run %s was laid out already".formatted(runId));
        }
        if (layout.isEmpty()) {
            freeTasks.add(run.get(), TaskKind.PUBLISH, 1);
        } else {
            files.insertAll(runId, layout);
            layout.forEach(file -> freeTasks.add(run.get(), TaskKind.ASSEMBLE, file.number()));
        }
        events.filesLaidOut(
                run.get(),
                lease,
                layout.size(),
                layout.stream().mapToLong(NewFile::rows).sum(),
                layout.stream().mapToLong(NewFile::plainBytes).sum());
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
        boolean first = files.markAssembled(
                runId,
                lease.number(),
                lease.epoch(),
                assembled.object().object(),
                assembled.bytes(),
                assembled.sha256(),
                assembled.plainSha256(),
                assembled.first(),
                assembled.last());
        if (!first || !runs.countFile(runId)) {
            throw new IllegalStateException("file %d of run %s was done already".formatted(lease.number(), runId));
        }
        events.fileAssembled(
                run,
                lease,
                new FileFacts(file.name(), assembled.rows(), assembled.bytes(), assembled.sha256(), mediaType));
        if (run.filesDone() + 1 == run.files()) {
            freeTasks.add(run, TaskKind.PUBLISH, 1);
        }
        return StepOutcome.FINISHED;
    }
}
