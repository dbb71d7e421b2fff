package dev.longshore.worker.publish;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.artifact.ArtifactStoreException;
import dev.longshore.artifact.CreateOutcome;
import dev.longshore.artifact.PublishedName;
import dev.longshore.platform.fault.FaultPoints;
import dev.longshore.worker.dataset.RunDataset;
import dev.longshore.worker.event.CompletionFacts;
import dev.longshore.worker.failure.FailureKind;
import dev.longshore.worker.failure.TaskFailedException;
import dev.longshore.worker.file.FileDao;
import dev.longshore.worker.lease.Slot;
import dev.longshore.worker.lease.StepOutcome;
import dev.longshore.worker.lease.TaskStep;
import dev.longshore.worker.lease.WorkerFaults;
import dev.longshore.worker.manifest.Manifest;
import dev.longshore.worker.manifest.ManifestFile;
import dev.longshore.worker.manifest.ManifestWriter;
import dev.longshore.worker.manifest.Sha256Sums;
import dev.longshore.worker.run.RunDao;
import dev.longshore.worker.run.RunRow;
import dev.longshore.worker.run.RunState;
import dev.longshore.worker.run.SealedManifest;
import dev.longshore.worker.source.StopSignal;
import dev.longshore.worker.task.Lease;
import dev.longshore.worker.task.TaskKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes a run. Everything is verified and the manifest is stored with the run before anything becomes visible; from
 * then on the run can neither be cancelled nor fail, and every attempt does the same things again, each of which is
 * harmless to repeat: files into place, checksums, and last the manifest, which makes the export exist.
 */
final class PublishStep implements TaskStep {
    private static final Logger log = LoggerFactory.getLogger(PublishStep.class);

    private final RunDao runs;
    private final FileDao files;
    private final RunDataset datasets;
    private final ArtifactStore store;
    private final RunVerification verification;
    private final PublishLedger ledger;
    private final FaultPoints faults;
    private final Duration retention;

    PublishStep(
            RunDao runs,
            FileDao files,
            RunDataset datasets,
            ArtifactStore store,
            RunVerification verification,
            PublishLedger ledger,
            FaultPoints faults,
            PublishProperties properties) {
        this.runs = runs;
        this.files = files;
        this.datasets = datasets;
        this.store = store;
        this.verification = verification;
        this.ledger = ledger;
        this.faults = faults;
        this.retention = properties.retention();
    }

    @Override
    public TaskKind kind() {
        return TaskKind.PUBLISH;
    }

    @Override
    public StepOutcome work(Lease lease, StopSignal stop, Slot slot) {
        RunRow run = runs.find(lease.run().value()).orElseThrow();
        Manifest manifest = RunManifest.of(run, files.findAll(run.runId()), datasets);
        if (run.state() == RunState.PUBLISHING) {
            verification.verify(run, manifest);
        }
        stop.throwIfStopped();
        Optional<SealedManifest> sealed =
                ledger.seal(lease, new SealedManifest(datasets.folder(run), ManifestWriter.write(manifest)));
        if (sealed.isEmpty()) {
            return StepOutcome.SUPERSEDED;
        }
        publishFiles(lease, manifest, sealed.get(), stop);
        StepOutcome outcome = ledger.commit(lease, completion(run, manifest, sealed.get()));
        faults.reached(WorkerFaults.OUTCOME_COMMITTED, lease.task().toString());
        if (outcome == StepOutcome.FINISHED) {
            removeStaging(run);
        }
        return outcome;
    }

    private void publishFiles(Lease lease, Manifest manifest, SealedManifest sealed, StopSignal stop) {
        String folder = sealed.folder();
        for (ManifestFile file : manifest.files()) {
            stop.throwIfStopped();
            PublishedName name = new PublishedName(folder, file.name());
            store.publish(file.content().object(), name, file.content().bytes());
            faults.reached(WorkerFaults.FILE_MOVED, lease.task().toString());
        }
        verification.verifyPublished(manifest, folder);
        create(new PublishedName(folder, Sha256Sums.FILE_NAME), Sha256Sums.of(manifest, sealed.sha256()));
        create(new PublishedName(folder, Manifest.FILE_NAME), sealed.content());
        faults.reached(WorkerFaults.MANIFEST_WRITTEN, lease.task().toString());
    }

    /** An earlier attempt may have left the file; then it must be the same. */
    private void create(PublishedName name, byte[] content) {
        CreateOutcome outcome = store.createIfAbsent(name, content);
        if (outcome instanceof CreateOutcome.AlreadyThere there && !there.holds(content)) {
            throw new TaskFailedException(FailureKind.DEFECT, "%s is there with other content".formatted(name));
        }
    }

    private CompletionFacts completion(RunRow run, Manifest manifest, SealedManifest sealed) {
        Integer days = run.settings().retentionDays();
        Instant expiresAt = run.readAt().plus(days == null ? retention : Duration.ofDays(days));
        return new CompletionFacts(
                sealed.folder(),
                manifest.files().size(),
                manifest.rows(),
                manifest.bytes(),
                manifest.plainBytes(),
                sealed.folder() + "/" + Manifest.FILE_NAME,
                sealed.sha256(),
                sealed.content().length,
                manifest.schema().id(),
                manifest.closedThrough(),
                expiresAt);
    }

    /** What fails here the cleaner does later. */
    private void removeStaging(RunRow run) {
        try {
            store.deleteStaging(run.runId().toString());
        } catch (ArtifactStoreException e) {
            log.info("Staging area is left to the cleaner: run={} cause={}", run.runId(), e.getMessage());
        }
    }
}
