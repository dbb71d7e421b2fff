package dev.longshore.history.artifact;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.artifact.PublishedName;
import dev.longshore.platform.fault.FaultPoints;
import dev.longshore.platform.time.Micros;
import java.time.InstantSource;
import java.util.List;

/**
 * Removes the files of deleted artifacts from the store. The deletion is stored first, so a crash between the two loses
 * nothing: the file is removed later. Removing twice is harmless, so any number of instances may do it at once, and one
 * that dies before it has stored the removal leaves it to another. A file that is being downloaded waits for its turn.
 * With a run's last file its folder goes, and what else is in it.
 */
final class ArtifactRemover {
    /** The deletion is stored, and the file is there. */
    static final String BEFORE_REMOVAL = "artifact-before-removal";
    /** The file is gone, and nothing is stored of that. */
    static final String AFTER_REMOVAL = "artifact-after-removal";

    private static final int BATCH = 50;

    private final ArtifactDao artifacts;
    private final DownloadLeaseDao leases;
    private final ArtifactStore store;
    private final InstantSource clock;
    private final FaultPoints faults;

    ArtifactRemover(
            ArtifactDao artifacts,
            DownloadLeaseDao leases,
            ArtifactStore store,
            InstantSource clock,
            FaultPoints faults) {
        this.artifacts = artifacts;
        this.leases = leases;
        this.store = store;
        this.clock = clock;
        this.faults = faults;
    }

    /** @return whether there may be more to remove */
    boolean removeBatch() {
        leases.deleteEnded();
        List<RemovalRow> batch = artifacts.findToRemove(BATCH);
        for (RemovalRow file : batch) {
            faults.reached(BEFORE_REMOVAL, file.artifactId().toString());
            // Whoever removes any file of a run that is deleted as a whole removes all of it: two that remove the last
            // two
            // files at once must not leave the folder to each other.
            if (artifacts.isWholeRunDeleted(file.artifactId()).orElse(false)) {
                store.deleteFolder(file.folder());
            } else {
                store.deletePublished(new PublishedName(file.folder(), file.name()));
            }
            faults.reached(AFTER_REMOVAL, file.artifactId().toString());
            artifacts.markRemoved(file.artifactId(), Micros.now(clock));
        }
        return batch.size() == BATCH;
    }
}
