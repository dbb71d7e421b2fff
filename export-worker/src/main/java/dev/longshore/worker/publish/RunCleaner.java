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
 * writing; what one that was paused for longer writes even so is found by looking at the staging area itself. Every
 * worker cleans; doing it twice is harmless. Published files are never touched here.
 */
final class RunCleaner {
    private static final Logger log = LoggerFactory.getLogger(RunCleaner.class);
    private static final int BATCH = 20;

    private final RunDao runs;
    private final ArtifactStore store;
    private final Duration age;
    private int passedOver;

    RunCleaner(RunDao runs, ArtifactStore store, Duration age) {
        this.runs = runs;
        this.store = store;
        this.age = age;
    }

    /**
     * Cleans up after runs that ended. Those whose staging area cannot be removed are passed over until all others have
     * had their turn.
     *
     * @return whether there may be more to clean at once
     */
    boolean clean() {
        List<UUID> ended = runs.findToClean(age.toMillis(), BATCH, passedOver);
        for (UUID run : ended) {
            if (!remove(run.toString()) || !runs.markCleaned(run)) {
                passedOver++;
            }
        }
        if (ended.size() == BATCH) {
            return true;
        }
        passedOver = 0;
        return false;
    }

    /** Removes staging areas that were written to after their run had been cleaned up. */
    boolean cleanLate() {
        for (String staged : store.listStagedRuns()) {
            if (isRunId(staged) && runs.hasEndedBefore(UUID.fromString(staged), age.toMillis()) && remove(staged)) {
                log.info("Removed what a late worker had left in the staging area: run={}", staged);
            }
        }
        return false;
    }

    private boolean remove(String run) {
        try {
            store.deleteStaging(run);
            return true;
        } catch (ArtifactStoreException e) {
            log.warn("Staging area could not be removed, tried again later: run={} cause={}", run, e.getMessage());
            return false;
        }
    }

    private static boolean isRunId(String name) {
        try {
            return UUID.fromString(name).toString().equals(name);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
