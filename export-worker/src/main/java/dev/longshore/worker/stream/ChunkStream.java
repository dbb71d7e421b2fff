package dev.longshore.worker.stream;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.artifact.StagedName;
import dev.longshore.artifact.StagedWriter;
import dev.longshore.worker.layout.AssembledFile;
import dev.longshore.worker.layout.StreamedChunk;
import dev.longshore.worker.segment.BlockDestination;
import dev.longshore.worker.segment.IndexedBlock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** One chunk's turn in the stream of its run. Its index becomes an object of its own. */
public final class ChunkStream implements BlockDestination {
    private final FileStreams streams;
    private final RunStream stream;
    private final ArtifactStore store;
    private final StagedName index;
    private final boolean isLast;
    private final StreamedChunk chunk = new StreamedChunk();
    private @Nullable CompletableFuture<Void> ended;
    private boolean closed;

    ChunkStream(FileStreams streams, RunStream stream, ArtifactStore store, StagedName index, boolean isLast) {
        this.streams = streams;
        this.stream = stream;
        this.store = store;
        this.index = index;
        this.isLast = isLast;
    }

    @Override
    public void append(IndexedBlock block, byte[] stored) {
        stream.pipe().put(stored, block.storedLength(), copy -> stream.files().append(block, copy, chunk));
    }

    @Override
    public void end() {
        ended = stream.pipe().then(() -> {
            stream.files().endChunk(isLast, chunk);
            if (!stream.files().isAligned()) {
                streams.end(stream);
            }
        });
        streams.chunkEnded(stream, isLast);
    }

    @Override
    public Stored complete(byte[] bytes) {
        CompletableFuture<Void> written = ended;
        if (written == null) {
            throw new IllegalStateException("a chunk is completed before its end");
        }
        try {
            written.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        chunk.sync();
        try (StagedWriter out = store.writeStaged(index)) {
            out.write(bytes, 0, bytes.length);
            out.commit();
            return new Stored(out.bytes(), chunk.extents());
        }
    }

    /** Files that ended within this chunk and are complete. To be asked after {@link #complete}. */
    public List<AssembledFile> files() {
        return chunk.files();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (ended == null) {
            streams.end(stream);
        }
        streams.leave(stream, chunk);
    }
}
