package dev.longshore.artifact;

import java.io.InputStream;
import java.util.List;

/**
 * Where export files live. A run's workers write segments and files into its private staging area; finished files are
 * published into a folder whose name the caller gives. But for staging objects that were begun as growing ones, nothing is ever
 * visible under its name before it is complete and durable, so whatever a crash leaves behind is either whole or absent. Safe for use by many threads and processes.
 *
 * <p>Every method may throw {@link StoreUnavailableException}; those that write also {@link StoreFullException}.
 * Streams that are handed out throw {@link java.io.IOException} while being read and must be closed by the caller.
 */
public interface ArtifactStore {
    /** Begins to write a staging object. */
    StagedWriter writeStaged(StagedName name);

    /** Whether staging objects can be read while they grow. Stores that know only whole objects, as object stores do, cannot. */
    boolean canGrow();

    /**
     * Begins a staging object that can be read while it grows, under a name that was never used before. Throws
     * {@link UnsupportedOperationException} unless {@link #canGrow}.
     */
    GrowingObject growStaged(StagedName name);

    /** Reads a part of a staging object. Throws {@link NoSuchObjectException}. */
    InputStream readStaged(StagedName name, ByteRange range);

    /** Throws {@link NoSuchObjectException}. */
    StoredObject staged(StagedName name);

    /** Staging objects of a run that are complete or grow, by name; empty when it has none. */
    List<StoredObject> listStaged(String run);

    /** Runs that have a staging area, by name. */
    List<String> listStagedRuns();

    /** Removes all staging objects of a run, half-written ones too. Repeating it is harmless. */
    void deleteStaging(String run);

    /**
     * Puts a staged object into place. Harmless to repeat: when the published file is there with the expected size, nothing
     * is done, whether or not the staged object still exists. It stays until the run's staging area is removed, for until the
     * next {@link #createIfAbsent} in that folder has returned, a crash of the machine may take the published name away again:
     * a run's files need one sync in this way, and not one each.
     *
     * @param expectedBytes size of the staged object, known to the caller from its writing
     * @throws NoSuchObjectException when neither the staged object nor the published file exists
     * @throws ConflictingObjectException when the staged object, or a published file of that name, has another size
     */
    PublishOutcome publish(StagedName from, PublishedName to, long expectedBytes);

    /**
     * Creates a small published file if there is none of that name; of many callers at once exactly one creates it. When this
     * returns, it and all that was published into the folder before survive a crash of the machine.
     */
    CreateOutcome createIfAbsent(PublishedName name, byte[] content);

    /** Reads a part of a published file. Throws {@link NoSuchObjectException}. */
    InputStream readPublished(PublishedName name, ByteRange range);

    /** Throws {@link NoSuchObjectException}. */
    StoredObject published(PublishedName name);

    /** Files of a published folder, by name; empty when there is none. */
    List<StoredObject> listPublished(String folder);

    /** Published folders, by name. */
    List<String> listFolders();

    /** Removes a published file. Repeating it is harmless. A reader that has it open may finish. */
    void deletePublished(PublishedName name);

    /** Removes a published folder with all its files. Repeating it is harmless. */
    void deleteFolder(String folder);
}
