package dev.longshore.worker.segment;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.artifact.ByteRange;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;

/** Reads extents one behind the other; each is opened when the one before has been read. */
final class ExtentInputStream extends InputStream {
    private final ArtifactStore store;
    private final Iterator<Extent> extents;
    private InputStream current = InputStream.nullInputStream();

    ExtentInputStream(ArtifactStore store, List<Extent> extents) {
        this.store = store;
        this.extents = extents.iterator();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int count = current.read(buffer, offset, length);
        while (count < 0 && extents.hasNext()) {
            current.close();
            Extent next = extents.next();
            current = store.readStaged(next.object(), new ByteRange(next.offset(), next.length()));
            count = current.read(buffer, offset, length);
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        current.close();
    }
}
