package dev.longshore.worker.layout;

import dev.longshore.artifact.GrowingObject;
import dev.longshore.worker.segment.Extent;
import dev.longshore.worker.segment.Extents;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What became of one chunk's blocks in a {@link FileStream}. To be read once its end has been streamed. */
public final class StreamedChunk implements AutoCloseable {
    private final Extents extents = new Extents();
    private final Set<GrowingObject> touched = new LinkedHashSet<>();
    private final Set<GrowingObject> ended = new LinkedHashSet<>();
    private final List<AssembledFile> files = new ArrayList<>();

    /** Where the blocks are. */
    public List<Extent> extents() {
        return extents.toList();
    }

    /** Files that ended with or within this chunk, in order. */
    public List<AssembledFile> files() {
        return List.copyOf(files);
    }

    /** Makes the blocks, and the files that ended, durable. Later chunks may be appended to the last object meanwhile. */
    public void sync() {
        touched.forEach(GrowingObject::sync);
    }

    /** Closes the objects of the files that ended. */
    @Override
    public void close() {
        ended.forEach(GrowingObject::close);
    }

    void add(GrowingObject object, long offset, long length) {
        extents.add(new Extent(object.name(), offset, length));
        touched.add(object);
    }

    void end(GrowingObject object, AssembledFile file) {
        touched.add(object);
        ended.add(object);
        files.add(file);
    }
}
