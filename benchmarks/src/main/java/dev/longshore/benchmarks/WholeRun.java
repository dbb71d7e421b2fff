package dev.longshore.benchmarks;

import dev.longshore.events.ChunkExported;
import dev.longshore.events.Dataset;
import dev.longshore.events.FileAssembled;
import dev.longshore.events.FilesLaidOut;
import dev.longshore.events.OutputSettings;
import dev.longshore.events.RunAccepted;
import dev.longshore.events.RunCompleted;
import dev.longshore.events.RunEvent;
import dev.longshore.events.RunEventKind;
import dev.longshore.events.RunPlanned;
import dev.longshore.events.RunRequested;
import dev.longshore.events.RunSpecification;
import dev.longshore.events.RunTrigger;
import dev.longshore.events.TaskKind;
import dev.longshore.events.TaskStarted;
import dev.longshore.events.Window;
import dev.longshore.platform.time.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The events of a run of four chunks and one file, from the request to the completion. */
record WholeRun(UUID runId, UUID jobId, Instant fireTime) {
    private static final int CHUNKS = 4;
    private static final long KEYS = 20_000;
    private static final String WORKER = "worker-a";
    private static final String SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    List<RunEvent> events() {
        List<RunEvent> events = new ArrayList<>();
        RunSpecification specification = specification();
        add(
                events,
                RunEventKind.RUN_REQUESTED,
                event -> event.setRequested(RunRequested.newBuilder()
                        .setSpecification(specification)
                        .setRequestedBy("scheduler")
                        .build()));
        add(
                events,
                RunEventKind.RUN_ACCEPTED,
                event -> event.setAccepted(RunAccepted.newBuilder()
                        .setSpecification(specification)
                        .setWorker(WORKER)
                        .build()));
        addStart(events, TaskKind.PLAN, 1);
        add(
                events,
                RunEventKind.RUN_PLANNED,
                event -> event.setPlanned(RunPlanned.newBuilder()
                        .setChunks(CHUNKS)
                        .setKeys(CHUNKS * KEYS)
                        .setExpectedRows(CHUNKS * KEYS)
                        .setExpectedBytes(CHUNKS * KEYS * 100)
                        .setClosedThrough(fireTime)
                        .build()));
        for (int chunk = 1; chunk <= CHUNKS; chunk++) {
            addStart(events, TaskKind.EXPORT, chunk);
            addExport(events, chunk);
        }
        add(
                events,
                RunEventKind.FILES_LAID_OUT,
                event -> event.setLaidOut(FilesLaidOut.newBuilder()
                        .setFiles(1)
                        .setRows(CHUNKS * KEYS)
                        .setBytes(CHUNKS * KEYS * 100)
                        .build()));
        addStart(events, TaskKind.ASSEMBLE, 1);
        addFile(events);
        addStart(events, TaskKind.PUBLISH, 1);
        add(
                events,
                RunEventKind.RUN_COMPLETED,
                event -> event.setCompleted(RunCompleted.newBuilder()
                        .setStartedAt(fireTime.plusSeconds(1))
                        .setFolder("run-" + runId)
                        .setFiles(1)
                        .setRows(CHUNKS * KEYS)
                        .setBytes(CHUNKS * KEYS * 20)
                        .setPlainBytes(CHUNKS * KEYS * 100)
                        .setManifestSha256(SHA256)
                        .setManifestBytes(1_200)
                        .setClosedThrough(fireTime)
                        .setExpiresAt(fireTime.plus(Duration.ofDays(3_650)))
                        .build()));
        return events;
    }

    private void addStart(List<RunEvent> events, TaskKind kind, int number) {
        add(
                events,
                RunEventKind.TASK_STARTED,
                event -> event.setTaskStarted(TaskStarted.newBuilder()
                        .setTaskId(taskId(kind, number))
                        .setTaskKind(kind)
                        .setNumber(number)
                        .setEpoch(1)
                        .setWorker(WORKER)
                        .setAttempt(1)
                        .build()));
    }

    private void addExport(List<RunEvent> events, int chunk) {
        add(
                events,
                RunEventKind.CHUNK_EXPORTED,
                event -> event.setChunkExported(ChunkExported.newBuilder()
                        .setTaskId(taskId(TaskKind.EXPORT, chunk))
                        .setTaskKind(TaskKind.EXPORT)
                        .setNumber(chunk)
                        .setEpoch(1)
                        .setWorker(WORKER)
                        .setStartedAt(at(events))
                        .setKeys(KEYS)
                        .setRows(KEYS)
                        .setBytes(KEYS * 100)
                        .build()));
    }

    private void addFile(List<RunEvent> events) {
        add(
                events,
                RunEventKind.FILE_ASSEMBLED,
                event -> event.setFileAssembled(FileAssembled.newBuilder()
                        .setTaskId(taskId(TaskKind.ASSEMBLE, 1))
                        .setTaskKind(TaskKind.ASSEMBLE)
                        .setNumber(1)
                        .setEpoch(1)
                        .setWorker(WORKER)
                        .setStartedAt(at(events))
                        .setName("interactions-hourly-interaction-%s.jsonl.zst".formatted(runId))
                        .setRows(CHUNKS * KEYS)
                        .setBytes(CHUNKS * KEYS * 20)
                        .setSha256(SHA256)
                        .setMediaType("application/zstd")
                        .build()));
    }

    /** What sets the detail that the kind of an event names. */
    private interface Detail {
        RunEvent.Builder set(RunEvent.Builder event);
    }

    private void add(List<RunEvent> events, RunEventKind kind, Detail detail) {
        RunEvent.Builder event = RunEvent.newBuilder()
                .setEventId(Ids.nameBased(runId.toString(), Integer.toString(events.size()))
                        .toString())
                .setRunId(runId.toString())
                .setJobId(jobId.toString())
                .setOccurredAt(at(events))
                .setKind(kind);
        events.add(detail.set(event).build());
    }

    /** A second after the event before. */
    private Instant at(List<RunEvent> events) {
        return fireTime.plusSeconds(events.size());
    }

    private String taskId(TaskKind kind, int number) {
        return Ids.nameBased(runId.toString(), kind.name(), Integer.toString(number))
                .toString();
    }

    private RunSpecification specification() {
        return RunSpecification.newBuilder()
                .setJobVersion(3)
                .setJobTitle("Job " + jobId)
                .setTrigger(RunTrigger.SCHEDULE)
                .setFireTime(fireTime)
                .setTimeZone("Europe/Rome")
                .setWindow(Window.newBuilder()
                        .setFrom(fireTime.minus(Duration.ofHours(1)))
                        .setTo(fireTime)
                        .build())
                .setDataset(Dataset.newBuilder()
                        .setSource("CONTACT_HISTORY")
                        .setType("INTERACTION")
                        .setDateColumn("startDate")
                        .build())
                .setOutput(OutputSettings.newBuilder()
                        .setFormat("JSON_LINES")
                        .setCompression("ZSTD")
                        .build())
                .build();
    }
}
