package dev.longshore.history.testing;

import dev.longshore.events.ChunkExported;
import dev.longshore.events.Dataset;
import dev.longshore.events.Failure;
import dev.longshore.events.FileAssembled;
import dev.longshore.events.FilesLaidOut;
import dev.longshore.events.OutputSettings;
import dev.longshore.events.ProgressReported;
import dev.longshore.events.RunAccepted;
import dev.longshore.events.RunCancelled;
import dev.longshore.events.RunCompleted;
import dev.longshore.events.RunEvent;
import dev.longshore.events.RunEventKind;
import dev.longshore.events.RunFailed;
import dev.longshore.events.RunPlanned;
import dev.longshore.events.RunRequested;
import dev.longshore.events.RunSkipped;
import dev.longshore.events.RunSpecification;
import dev.longshore.events.RunTrigger;
import dev.longshore.events.RunWaiting;
import dev.longshore.events.TaskFailed;
import dev.longshore.events.TaskKind;
import dev.longshore.events.TaskStarted;
import dev.longshore.events.Window;
import dev.longshore.platform.time.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the messages of one run, each one second after the one before. */
public final class RunMessages {
    public static final String WORKER = "worker-a";

    private final UUID runId;
    private final UUID jobId;
    private final String type;
    private final String title;
    private Instant now;
    private int made;

    public RunMessages(UUID runId, UUID jobId, Instant start) {
        this(runId, jobId, start, "INTERACTION", "Interactions, hourly");
    }

    public RunMessages(UUID runId, UUID jobId, Instant start, String type, String title) {
        this.runId = runId;
        this.jobId = jobId;
        this.now = start;
        this.type = type;
        this.title = title;
    }

    public UUID runId() {
        return runId;
    }

    public UUID jobId() {
        return jobId;
    }

    public Instant now() {
        return now;
    }

    /** Folder of the run in the artifact store. */
    public String folder() {
        return "run-" + runId;
    }

    public RunMessages pause(Duration pause) {
        now = now.plus(pause);
        return this;
    }

    public RunEvent requested() {
        return event(RunEventKind.RUN_REQUESTED)
                .setRequested(RunRequested.newBuilder()
                        .setSpecification(specification())
                        .setRequestedBy("scheduler")
                        .build())
                .build();
    }

    public RunEvent skipped(String reason) {
        return event(RunEventKind.RUN_SKIPPED)
                .setSkipped(RunSkipped.newBuilder()
                        .setSpecification(specification())
                        .setReason(reason)
                        .build())
                .build();
    }

    public RunEvent accepted() {
        return event(RunEventKind.RUN_ACCEPTED)
                .setAccepted(RunAccepted.newBuilder()
                        .setSpecification(specification())
                        .setWorker(WORKER)
                        .build())
                .build();
    }

    public RunEvent waiting(String reason) {
        return event(RunEventKind.RUN_WAITING)
                .setWaiting(RunWaiting.newBuilder().setReason(reason).build())
                .build();
    }

    public RunEvent planned(int chunks, long keys) {
        return plannedWithWarning(chunks, keys, null);
    }

    public RunEvent plannedWithWarning(int chunks, long keys, @Nullable String warning) {
        return event(RunEventKind.RUN_PLANNED)
                .setPlanned(RunPlanned.newBuilder()
                        .setChunks(chunks)
                        .setKeys(keys)
                        .setExpectedRows(keys)
                        .setExpectedBytes(keys * 100)
                        .setClosedThrough(now)
                        .setWarning(warning)
                        .build())
                .build();
    }

    public RunEvent started(TaskKind kind, int number, long epoch, String worker) {
        return event(RunEventKind.TASK_STARTED)
                .setTaskStarted(TaskStarted.newBuilder()
                        .setTaskId(taskId(kind, number))
                        .setTaskKind(kind)
                        .setNumber(number)
                        .setEpoch(epoch)
                        .setWorker(worker)
                        .setAttempt((int) epoch)
                        .build())
                .build();
    }

    public RunEvent failedAttempt(TaskKind kind, int number, long epoch, String worker) {
        return event(RunEventKind.TASK_FAILED)
                .setTaskFailed(TaskFailed.newBuilder()
                        .setTaskId(taskId(kind, number))
                        .setTaskKind(kind)
                        .setNumber(number)
                        .setEpoch(epoch)
                        .setWorker(worker)
                        .setAttempt((int) epoch)
                        .setFailure(unavailable())
                        .setRetryAt(now.plusSeconds(5))
                        .build())
                .build();
    }

    public RunEvent exported(int number, long epoch, String worker, long keys, long rows) {
        return event(RunEventKind.CHUNK_EXPORTED)
                .setChunkExported(ChunkExported.newBuilder()
                        .setTaskId(taskId(TaskKind.EXPORT, number))
                        .setTaskKind(TaskKind.EXPORT)
                        .setNumber(number)
                        .setEpoch(epoch)
                        .setWorker(worker)
                        .setStartedAt(now.minusSeconds(1))
                        .setKeys(keys)
                        .setRows(rows)
                        .setBytes(rows * 100)
                        .build())
                .build();
    }

    public RunEvent laidOut(int files, long rows) {
        return event(RunEventKind.FILES_LAID_OUT)
                .setLaidOut(FilesLaidOut.newBuilder()
                        .setFiles(files)
                        .setRows(rows)
                        .setBytes(rows * 100)
                        .build())
                .build();
    }

    public RunEvent assembled(
            int number, long epoch, String worker, String name, long rows, long bytes, String sha256) {
        return event(RunEventKind.FILE_ASSEMBLED)
                .setFileAssembled(FileAssembled.newBuilder()
                        .setTaskId(taskId(TaskKind.ASSEMBLE, number))
                        .setTaskKind(TaskKind.ASSEMBLE)
                        .setNumber(number)
                        .setEpoch(epoch)
                        .setWorker(worker)
                        .setStartedAt(now.minusSeconds(1))
                        .setName(name)
                        .setRows(rows)
                        .setBytes(bytes)
                        .setSha256(sha256)
                        .setMediaType("application/jsonl")
                        .build())
                .build();
    }

    public RunEvent completed(int files, long rows, long bytes, String manifestSha256, long manifestBytes) {
        return event(RunEventKind.RUN_COMPLETED)
                .setCompleted(RunCompleted.newBuilder()
                        .setStartedAt(now.minusSeconds(30))
                        .setFolder(folder())
                        .setFiles(files)
                        .setRows(rows)
                        .setBytes(bytes)
                        .setPlainBytes(bytes)
                        .setManifestSha256(manifestSha256)
                        .setManifestBytes(manifestBytes)
                        .setClosedThrough(now)
                        .setExpiresAt(now.plus(Duration.ofDays(30)))
                        .build())
                .build();
    }

    public RunEvent failed() {
        return event(RunEventKind.RUN_FAILED)
                .setFailed(RunFailed.newBuilder()
                        .setPhase(TaskKind.EXPORT)
                        .setFailure(unavailable())
                        .build())
                .build();
    }

    public RunEvent cancelled() {
        return event(RunEventKind.RUN_CANCELLED)
                .setCancelled(RunCancelled.newBuilder()
                        .setRequestedBy("admin")
                        .setReason("wrong window")
                        .build())
                .build();
    }

    public ProgressReported progress(TaskKind kind, int number, long epoch, String worker, long keys, long rows) {
        now = now.plusSeconds(1);
        return ProgressReported.newBuilder()
                .setRunId(runId.toString())
                .setJobId(jobId.toString())
                .setTaskId(taskId(kind, number))
                .setTaskKind(kind)
                .setNumber(number)
                .setEpoch(epoch)
                .setWorker(worker)
                .setReportedAt(now)
                .setKeys(keys)
                .setRows(rows)
                .setBytes(rows * 100)
                .build();
    }

    private RunEvent.Builder event(RunEventKind kind) {
        now = now.plusSeconds(1);
        made++;
        return RunEvent.newBuilder()
                .setEventId(Ids.nameBased(runId.toString(), "event", Integer.toString(made))
                        .toString())
                .setRunId(runId.toString())
                .setJobId(jobId.toString())
                .setOccurredAt(now)
                .setKind(kind);
    }

    private RunSpecification specification() {
        Instant fireTime = Instant.parse("2026-11-23T10:00:00Z");
        return RunSpecification.newBuilder()
                .setJobVersion(3)
                .setJobTitle(title)
                .setTrigger(RunTrigger.SCHEDULE)
                .setFireTime(fireTime)
                .setTimeZone("Europe/Rome")
                .setWindow(Window.newBuilder()
                        .setFrom(fireTime.minus(Duration.ofHours(1)))
                        .setTo(fireTime)
                        .build())
                .setDataset(Dataset.newBuilder()
                        .setSource("CONTACT_HISTORY")
                        .setType(type)
                        .setDateColumn("startDate")
                        .build())
                .setOutput(OutputSettings.newBuilder()
                        .setFormat("JSON_LINES")
                        .setCompression("NONE")
                        .build())
                .build();
    }

    private static Failure unavailable() {
        return Failure.newBuilder()
                .setKind("SOURCE_UNAVAILABLE")
                .setMessage("The source does not answer")
                .setRetryable(true)
                .build();
    }

    private static String taskId(TaskKind kind, int number) {
        return Ids.nameBased("task", kind.name(), Integer.toString(number)).toString();
    }
}
