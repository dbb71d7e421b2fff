package dev.longshore.worker.event;

import dev.longshore.events.ChunkExported;
import dev.longshore.events.FileAssembled;
import dev.longshore.events.FilesLaidOut;
import dev.longshore.events.RunEvent;
import dev.longshore.events.RunEventKind;
import dev.longshore.events.TaskFailed;
import dev.longshore.events.TaskStarted;
import dev.longshore.platform.outbox.Outbox;
import dev.longshore.platform.time.Ids;
import dev.longshore.worker.failure.Failure;
import dev.longshore.worker.run.RunRow;
import dev.longshore.worker.task.Lease;
import dev.longshore.worker.task.TaskKind;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Facts about the steps of a run, with identities derived from task and epoch. The caller holds the run's row lock, as
 * for {@link RunEventPublisher}. Laying out is no step to others, so its attempts are not told.
 */
public final class TaskEventPublisher {
    private final Outbox outbox;

    public TaskEventPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    /** A worker took a task on. */
    public void started(RunRow run, Lease lease) {
        if (lease.kind() == TaskKind.LAY_OUT) {
            return;
        }
        append(
                run,
                RunEventKind.TASK_STARTED,
                lease,
                builder -> builder.setTaskStarted(TaskStarted.newBuilder()
                        .setTaskId(lease.task().toString())
                        .setTaskKind(TaskKindCodec.wireKind(lease.kind()))
                        .setNumber(lease.number())
                        .setEpoch(lease.epoch())
                        .setWorker(lease.worker())
                        .setAttempt(lease.attempt())
                        .build()));
    }

    /** @param retryAt when the task becomes ready again; null when it does not */
    public void failed(RunRow run, Lease lease, Failure failure, @Nullable Instant retryAt) {
        if (lease.kind() == TaskKind.LAY_OUT) {
            return;
        }
        append(
                run,
                RunEventKind.TASK_FAILED,
                lease,
                builder -> builder.setTaskFailed(TaskFailed.newBuilder()
                        .setTaskId(lease.task().toString())
                        .setTaskKind(TaskKindCodec.wireKind(lease.kind()))
                        .setNumber(lease.number())
                        .setEpoch(lease.epoch())
                        .setWorker(lease.worker())
                        .setAttempt(lease.attempt())
                        .setFailure(RunEventPublisher.wireFailure(failure))
                        .setRetryAt(retryAt)
                        .build()));
    }

    /**
     * @param keys of the chunk, as planned
     * @param bytes before compression
     */
    public void chunkExported(RunRow run, Lease lease, long keys, long rows, long bytes) {
        append(
                run,
                RunEventKind.CHUNK_EXPORTED,
                lease,
                builder -> builder.setChunkExported(ChunkExported.newBuilder()
                        .setTaskId(lease.task().toString())
                        .setTaskKind(TaskKindCodec.wireKind(lease.kind()))
                        .setNumber(lease.number())
                        .setEpoch(lease.epoch())
                        .setWorker(lease.worker())
                        .setStartedAt(lease.grantedAt())
                        .setKeys(keys)
                        .setRows(rows)
                        .setBytes(bytes)
                        .build()));
    }

    /** @param bytes before compression */
    public void filesLaidOut(RunRow run, Lease lease, int files, long rows, long bytes) {
        append(
                run,
                RunEventKind.FILES_LAID_OUT,
                lease,
                builder -> builder.setLaidOut(FilesLaidOut.newBuilder()
                        .setFiles(files)
                        .setRows(rows)
                        .setBytes(bytes)
                        .build()));
    }

    /** @param file as it will be published */
    public void fileAssembled(RunRow run, Lease lease, FileFacts file) {
        append(
                run,
                RunEventKind.FILE_ASSEMBLED,
                lease,
                builder -> builder.setFileAssembled(FileAssembled.newBuilder()
                        .setTaskId(lease.task().toString())
                        .setTaskKind(TaskKindCodec.wireKind(lease.kind()))
                        .setNumber(lease.number())
                        .setEpoch(lease.epoch())
                        .setWorker(lease.worker())
                        .setStartedAt(lease.grantedAt())
                        .setName(file.name())
                        .setRows(file.rows())
                        .setBytes(file.bytes())
                        .setSha256(file.sha256())
                        .setMediaType(file.mediaType())
                        .build()));
    }

    private void append(RunRow run, RunEventKind kind, Lease lease, UnaryOperator<RunEvent.Builder> detail) {
        UUID id = Ids.nameBased("task-event", lease.task().toString(), Long.toString(lease.epoch()), kind.name());
        RunFactPublisher.append(outbox, id, run, kind, detail);
    }
}
