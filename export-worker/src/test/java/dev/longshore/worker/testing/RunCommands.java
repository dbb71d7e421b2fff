package dev.longshore.worker.testing;

import dev.longshore.events.CancelRun;
import dev.longshore.events.ClosingPolicy;
import dev.longshore.events.Dataset;
import dev.longshore.events.OutputSettings;
import dev.longshore.events.RunCommand;
import dev.longshore.events.RunCommandKind;
import dev.longshore.events.RunSpecification;
import dev.longshore.events.RunTrigger;
import dev.longshore.events.StartRun;
import dev.longshore.events.Window;
import dev.longshore.events.WindowClosing;
import dev.longshore.platform.time.Ids;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Commands as scheduler-service sends them, with what a test wants to be different. */
public final class RunCommands {
    private static final Instant ISSUED = Instant.parse("2026-11-20T10:00:00Z");

    private final UUID run;
    private UUID job;
    private @Nullable Instant from = SourceTables.EPOCH;
    private @Nullable Instant to = SourceTables.EPOCH.plusSeconds(1_000_000);
    private @Nullable List<String> entityTypes;
    private @Nullable Long splitSizeBytes;
    private String compression = "NONE";
    private ClosingPolicy closing = ClosingPolicy.FAIL;
    private long maxWaitMillis = 60_000;

    private RunCommands(UUID run) {
        this.run = run;
        this.job = Ids.nameBased("test-job", run.toString());
    }

    /** A run with an identity that belongs to the name. */
    public static RunCommands aRun(String name) {
        return new RunCommands(Ids.nameBased("test-run", name));
    }

    public RunCommands ofJob(String name) {
        job = Ids.nameBased("test-job", name);
        return this;
    }

    public RunCommands from(@Nullable Instant bound) {
        from = bound;
        return this;
    }

    public RunCommands to(@Nullable Instant bound) {
        to = bound;
        return this;
    }

    public RunCommands entityTypes(String... names) {
        entityTypes = List.of(names);
        return this;
    }

    public RunCommands splitBytes(long bytes) {
        splitSizeBytes = bytes;
        return this;
    }

    public RunCommands compression(String name) {
        compression = name;
        return this;
    }

    public RunCommands closing(ClosingPolicy policy, long maxWait) {
        closing = policy;
        maxWaitMillis = maxWait;
        return this;
    }

    public UUID runId() {
        return run;
    }

    public UUID jobId() {
        return job;
    }

    /** Start it. */
    public RunCommand start() {
        return command(RunCommandKind.START_RUN)
                .setStartRun(StartRun.newBuilder()
                        .setSpecification(specification())
                        .setClosing(WindowClosing.newBuilder()
                                .setPolicy(closing)
                                .setGraceMillis(0)
                                .setMaxWaitMillis(maxWaitMillis)
                                .build())
                        .setRequestedBy("scheduler")
                        .build())
                .build();
    }

    /** Cancel it. */
    public RunCommand cancel() {
        return command(RunCommandKind.CANCEL_RUN)
                .setCancelRun(CancelRun.newBuilder()
                        .setRequestedBy("alice")
                        .setReason("not needed")
                        .build())
                .build();
    }

    private RunCommand.Builder command(RunCommandKind kind) {
        return RunCommand.newBuilder()
                .setCommandId(Ids.nameBased(run.toString(), kind.name()).toString())
                .setRunId(run.toString())
                .setJobId(job.toString())
                .setIssuedAt(ISSUED)
                .setKind(kind);
    }

    private RunSpecification specification() {
        return RunSpecification.newBuilder()
                .setJobVersion(1)
                .setJobTitle("Interactions, hourly")
                .setTrigger(RunTrigger.SCHEDULE)
                .setFireTime(ISSUED)
                .setTimeZone("Europe/Rome")
                .setWindow(Window.newBuilder().setFrom(from).setTo(to).build())
                .setDataset(Dataset.newBuilder()
                        .setSource("CONTACT_HISTORY")
                        .setType("INTERACTION")
                        .setEntityTypes(entityTypes)
                        .setDateColumn("startDate")
                        .build())
                .setOutput(OutputSettings.newBuilder()
                        .setFormat("JSON_LINES")
                        .setCompression(compression)
                        .setSplitSizeBytes(splitSizeBytes)
                        .build())
                .build();
    }
}
