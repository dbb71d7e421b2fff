package dev.longshore.worker.publish;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.artifact.PublishedName;
import dev.longshore.artifact.StoredObject;
import dev.longshore.worker.chunk.ChunkDao;
import dev.longshore.worker.failure.FailureKind;
import dev.longshore.worker.failure.TaskFailedException;
import dev.longshore.worker.manifest.Manifest;
import dev.longshore.worker.manifest.ManifestFile;
import dev.longshore.worker.run.RunRow;

/**
 * A run may only complete when everything agrees: rows read are rows in segments (checked as each segment is written),
 * rows and bytes in segments are those in files, and files are as big as they were written.
 */
final class RunVerification {
    private final ChunkDao chunks;
    private final ArtifactStore store;

    RunVerification(ChunkDao chunks, ArtifactStore store) {
        this.chunks = chunks;
        this.store = store;
    }

    /** Throws {@link TaskFailedException} when something disagrees. Files are looked for in the staging area. */
    void verify(RunRow run, Manifest manifest) {
        if (run.chunksDone() != run.chunks() || run.filesDone() != run.files()) {
            throw disagree("%d of %d chunks and %d of %d files are done"
                    .formatted(run.chunksDone(), run.chunks(), run.filesDone(), run.files()));
        }
        long rows = chunks.sumRows(run.runId());
        if (rows != manifest.rows()) {
            throw disagree("%d rows are in segments and %d in files".formatted(rows, manifest.rows()));
        }
        long plainBytes = chunks.sumPlainBytes(run.runId());
        long most = plainBytes + frame(manifest);
        if (manifest.plainBytes() < plainBytes || manifest.plainBytes() > most) {
            throw disagree("%d bytes are in segments and %d in files".formatted(plainBytes, manifest.plainBytes()));
        }
        for (ManifestFile file : manifest.files()) {
            requireSize(file, store.staged(file.content().object()));
        }
    }

    /** Throws {@link TaskFailedException} when a published file is not as big as it was written. */
    void verifyPublished(Manifest manifest, String folder) {
        for (ManifestFile file : manifest.files()) {
            requireSize(file, store.published(new PublishedName(folder, file.name())));
        }
    }

    /** What formats may add at the beginning and end of each file, at most. */
    private static long frame(Manifest manifest) {
        return manifest.files().size() * 64L * 1024;
    }

    private static void requireSize(ManifestFile file, StoredObject stored) {
        if (stored.bytes() != file.content().bytes()) {
            throw disagree("%s has %d bytes in the store and was written with %d"
                    .formatted(file.name(), stored.bytes(), file.content().bytes()));
        }
    }

    private static TaskFailedException disagree(String what) {
        return new TaskFailedException(FailureKind.COUNTS_DISAGREE, what);
    }
}
