package dev.longshore.worker.segment;

import dev.longshore.artifact.StagedWriter;
import java.util.List;

/** A segment that is an object by itself: the blocks, then the index. */
final class OwnObject implements BlockDestination {
    private final StagedWriter out;

    OwnObject(StagedWriter out) {
        this.out = out;
    }

    @Override
    public void append(IndexedBlock block, byte[] stored) {
        out.write(stored, 0, block.storedLength());
    }

    @Override
    public void end() {
        // The blocks are written already.
    }

    @Override
    public Stored complete(byte[] index) {
        out.write(index, 0, index.length);
        out.commit();
        return new Stored(out.bytes(), List.of());
    }

    @Override
    public void close() {
        out.close();
    }
}
