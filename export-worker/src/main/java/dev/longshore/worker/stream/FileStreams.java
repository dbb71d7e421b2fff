package dev.longshore.worker.stream;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.artifact.StagedName;
import dev.longshore.worker.format.RecordFormat;
import dev.longshore.worker.layout.FileStream;
import dev.longshore.worker.layout.StreamedChunk;
import dev.longshore.worker.source.Selection;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * The runs whose chunks this process writes straight into files, because it has had all of them so far, in their order. Once
 * another worker or another slot has taken a chunk, the rest of the run goes into segments and the files are put together from
 * them and from what was streamed; the bytes are the same. Nothing here outlives the process, and nothing needs to: what counts
 * is committed chunk by chunk. Safe for use by many threads.
 */
public final class FileStreams implements AutoCloseable {
    private final ArtifactStore store;
    private final BlockBuffers buffers;
    private final LongSupplier nanos;
    private final Map<UUID, RunStream> streams = new HashMap<>();

    /** What is streamed: one chunk of a run, by one attempt. */
    public record Part(
            UUID run,
            int chunk,
            int chunks,
            long epoch,
            RecordFormat format,
            Selection selection,
            OptionalLong splitBytes) {}

    /** @param slots chunks that are exported at the same time */
    public FileStreams(ArtifactStore store, int slots, LongSupplier nanos) {
        this.store = store;
        this.buffers = new BlockBuffers(3 * slots);
        this.nanos = nanos;
    }

    /** A place for the chunk behind those before it; empty when they are not all here. */
    public Optional<ChunkStream> begin(Part part, StagedName index) {
        return find(part).map(stream -> new ChunkStream(this, stream, store, index, part.chunk() == part.chunks()));
    }

    private synchronized Optional<RunStream> find(Part part) {
        RunStream known = streams.get(part.run());
        if (known != null && known.awaits(part.chunk())) {
            known.begin();
            return Optional.of(known);
        }
        if (known != null && (part.chunk() == 1 || known.isPassedBy(part.chunk()))) {
            known.end();
            disposeIfOver(known);
        }
        if (part.chunk() != 1 || !store.canGrow()) {
            return Optional.empty();
        }
        RunStream opened = open(part);
        streams.put(part.run(), opened);
        opened.begin();
        return Optional.of(opened);
    }

    private RunStream open(Part part) {
        FileStream files = new FileStream(
                number -> store.growStaged(nameOf(part, number)), part.format(), part.selection(), part.splitBytes());
        return new RunStream(files, new BlockPipe("file-stream-" + part.run(), buffers));
    }

    private static StagedName nameOf(Part part, int number) {
        return new StagedName(part.run().toString(), "stream-%d-%d".formatted(part.epoch(), number));
    }

    synchronized void chunkEnded(RunStream stream, boolean isLast) {
        stream.chunkEnded(isLast);
    }

    synchronized void end(RunStream stream) {
        stream.end();
    }

    synchronized void leave(RunStream stream, StreamedChunk chunk) {
        stream.left(nanos.getAsLong());
        chunk.close();
        disposeIfOver(stream);
    }

    /** Lets go of streams that nobody has continued for a while: another worker has the run, or it has ended. */
    public synchronized void closeIdle(Duration age) {
        long now = nanos.getAsLong();
        streams.values().stream()
                .filter(stream -> stream.isIdleFor(age.toNanos(), now))
                .toList()
                .forEach(stream -> {
                    stream.end();
                    disposeIfOver(stream);
                });
    }

    private void disposeIfOver(RunStream stream) {
        if (stream.isOver() && stream.isUnused()) {
            streams.values().remove(stream);
            stream.dispose();
        }
    }

    @Override
    public void close() {
        closeIdle(Duration.ZERO);
    }
}
