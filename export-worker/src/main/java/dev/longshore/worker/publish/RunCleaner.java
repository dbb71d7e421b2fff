package dev.longshore.worker.publish;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.artifact.ArtifactStoreException;
import dev.longshore.worker.run.RunDao;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what ended runs left in the staging area, whatever crashed when. Waits until no lost worker can still be
 * writing. Every worker cleans; doing it twice is harmless.
 * Published files are never touched here.
 */
final class RunCleaner {
    private static final Logger log = LoggerFactory.getLogger(RunCleaner.class);
    private static final int BATCH = 20;

    private final RunDao runs;
    private final ArtifactStore store;
    private final Duration age;

    RunCleaner(RunDao runs, ArtifactStore store, Duration age) {
        this.runs = runs;
        this.store = store;
        this.age = age;
    }

    /** @return whether there may be more to clean at once */
    boolean clean() {
        List<UUID> ended = runs.findToClean(age.toMillis(), BATCH);
        int cleaned = 0;
        for (UUID run : ended) {
            try {
                store.deleteStaging(run.toString());
                if (runs.markCleaned(run)) {
                    cleaned++;
                }
            } catch (ArtifactStoreException e) {
                log.warn("Staging area could not be removed, tried again later: run={} cause={}", run, e.getMessage());
            }
        }
        return cleaned == BATCH;
    }
}
