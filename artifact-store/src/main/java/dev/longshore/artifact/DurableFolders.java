package dev.longshore.artifact;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Makes folders whose names survive a power failure. That a folder is there says nothing about that: whoever made it may have
 * crashed before the directory above it was synced. So that is done here once for each folder, whoever made it. Safe for use by
 * many threads.
 */
final class DurableFolders {
    /** Folders are remembered only to save a sync: those of runs long over may be forgotten. */
    private static final int REMEMBERED = 1_000;

    private final DirectorySync sync;
    private final Set<Path> durable = new LinkedHashSet<>();

    DurableFolders(DirectorySync sync) {
        this.sync = sync;
    }

    /** Creates the folder if it is not there. When this returns, its name is durable. */
    void ensure(Path folder) throws IOException {
        DurableFiles.createDirectories(folder);
        Path parent = folder.getParent();
        if (parent == null || isKnown(folder)) {
            return;
        }
        sync.sync(parent);
        remember(folder);
    }

    /** To be told of a folder that is removed. */
    synchronized void forget(Path folder) {
        durable.remove(folder);
    }

    private synchronized boolean isKnown(Path folder) {
        return durable.contains(folder);
    }

    private synchronized void remember(Path folder) {
        if (durable.size() == REMEMBERED) {
            durable.remove(durable.iterator().next());
        }
        durable.add(folder);
    }

    /** Makes the names in a directory durable. */
    @FunctionalInterface
    interface DirectorySync {
        void sync(Path directory) throws IOException;
    }
}
