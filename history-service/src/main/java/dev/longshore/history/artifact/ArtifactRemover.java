package dev.longshore.history.artifact;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.artifact.PublishedName;
import dev.longshore.platform.time.Micros;
import java.time.InstantSource;
import java.util.List;

/**
 * Removes the files of deleted artifacts from the store. The deletion is stored first, so a crash between the two loses
 * nothing: the file is removed later. Removing twice is harmless. A file that is being downloaded waits for its turn.
 * With a run's last file its folder goes, and what else is in it.
 */
final class ArtifactRemover {
    private static final int BATCH = 50;

    private final ArtifactDao artifacts;
    private final DownloadLeaseDao leases;
    private final ArtifactStore store;
    private final InstantSource clock;

    ArtifactRemover(ArtifactDao artifacts, DownloadLeaseDao leases, ArtifactStore store, InstantSource clock) {
        this.artifacts = artifacts;
        this.leases = leases;
        this.store = store;
        this.clock = clock;
    }

    /** @return whether there may be more to remove */
    boolean removeBatch() {
        leases.deleteEnded();
        List<RemovalRow> batch = artifacts.findToRemove(BATCH);
        for (RemovalRow file : batch) {
            store.deletePublished(new PublishedName(file.folder(), file.name()));
            artifacts.markRemoved(file.artifactId(), Micros.now(clock));
            if (artifacts.isLastOfRun(file.artifactId()).orElse(false)) {
                store.deleteFolder(file.folder());
            }
        }
        return batch.size() == BATCH;
    }
}
