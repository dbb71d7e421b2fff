package dev.longshore.worker.resilience;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.artifact.ByteRange;
import dev.longshore.artifact.CreateOutcome;
import dev.longshore.artifact.GrowingObject;
import dev.longshore.artifact.PublishOutcome;
import dev.longshore.artifact.PublishedName;
import dev.longshore.artifact.StagedName;
import dev.longshore.artifact.StagedWriter;
import dev.longshore.artifact.StoredObject;
import java.io.InputStream;
import java.util.List;

/** A store behind its guard. Every call may be repeated as it is; streams are guarded only while they are opened. */
final class GuardedArtifactStore implements ArtifactStore {
    private final ArtifactStore store;
    private final CallGuard guard;

    GuardedArtifactStore(ArtifactStore store, CallGuard guard) {
        this.store = store;
        this.guard = guard;
    }

    @Override
    public StagedWriter writeStaged(StagedName name) {
        return guard.repeatable(() -> store.writeStaged(name));
    }

    @Override
    public boolean canGrow() {
        return store.canGrow();
    }

    /** Not repeated: a name can be used once. */
    @Override
    public GrowingObject growStaged(StagedName name) {
        return guard.once(() -> store.growStaged(name));
    }

    @Override
    public InputStream readStaged(StagedName name, ByteRange range) {
        return guard.repeatable(() -> store.readStaged(name, range));
    }

    @Override
    public StoredObject staged(StagedName name) {
        return guard.repeatable(() -> store.staged(name));
    }

    @Override
    public List<StoredObject> listStaged(String run) {
        return guard.repeatable(() -> store.listStaged(run));
    }

    @Override
    public List<String> listStagedRuns() {
        return guard.repeatable(store::listStagedRuns);
    }

    @Override
    public void deleteStaging(String run) {
        guard.repeatable(() -> store.deleteStaging(run));
    }

    @Override
    public PublishOutcome publish(StagedName from, PublishedName to, long expectedBytes) {
        return guard.repeatable(() -> store.publish(from, to, expectedBytes));
    }

    @Override
    public CreateOutcome createIfAbsent(PublishedName name, byte[] content) {
        return guard.repeatable(() -> store.createIfAbsent(name, content));
    }

    @Override
    public InputStream readPublished(PublishedName name, ByteRange range) {
        return guard.repeatable(() -> store.readPublished(name, range));
    }

    @Override
    public StoredObject published(PublishedName name) {
        return guard.repeatable(() -> store.published(name));
    }

    @Override
    public List<StoredObject> listPublished(String folder) {
        return guard.repeatable(() -> store.listPublished(folder));
    }

    @Override
    public List<String> listFolders() {
        return guard.repeatable(store::listFolders);
    }

    @Override
    public void deletePublished(PublishedName name) {
        guard.repeatable(() -> store.deletePublished(name));
    }

    @Override
    public void deleteFolder(String folder) {
        guard.repeatable(() -> store.deleteFolder(folder));
    }
}
