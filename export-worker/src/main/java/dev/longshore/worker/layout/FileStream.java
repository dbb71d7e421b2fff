package dev.longshore.worker.layout;

import dev.longshore.artifact.GrowingObject;
import dev.longshore.worker.format.RecordFormat;
import dev.longshore.worker.segment.IndexedBlock;
import dev.longshore.worker.segment.ProgressListener;
import dev.longshore.worker.source.Selection;
import dev.longshore.worker.source.StopSignal;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Writes the chunks of a run one behind the other, each file into an object of its own, and ends files where
 * {@link FileLayout} will end them once all segments are known: such an object then is the file, and need not be put together.
 * Where that cannot be told in advance (a record of several blocks that does not fit into what is left of a file), no more files
 * are ended; the blocks can be read as before. Used by one thread.
 */
public final class FileStream implements AutoCloseable {
    private final IntFunction<GrowingObject> objects;
    private final RecordFormat format;
    private final Selection selection;
    private final long limit;
    private int files;
    private @Nullable GrowingObject object;
    private @Nullable FileContent content;

    /** Bytes of records in the current file. */
    private long position;

    /** Where in the current file the record began that is being written in parts. */
    private long recordStart;

    private boolean withinRecord;
    private boolean aligned = true;

    /**
     * @param objects begins the object of a file, by the file's number in this stream
     * @param splitBytes largest size of a file; empty for one file of any size
     */
    public FileStream(
            IntFunction<GrowingObject> objects, RecordFormat format, Selection selection, OptionalLong splitBytes) {
        this.objects = objects;
        this.format = format;
        this.selection = selection;
        this.limit = splitBytes.isPresent()
                ? splitBytes.getAsLong() - FileLayout.overhead(format, selection.type())
                : Long.MAX_VALUE;
    }

    /** Appends a block of the chunk that is being streamed. */
    public void append(IndexedBlock block, byte[] plain, StreamedChunk chunk) {
        if (!withinRecord) {
            recordStart = position;
        }
        long from = block.plainOffset();
        while (from < block.plainEnd()) {
            long to = endOfPart(block, plain, from);
            if (to > from) {
                write(block, plain, from, to, chunk);
                from = to;
            } else {
                endFile(chunk);
            }
        }
        withinRecord = block.rows() == 0;
    }

    /** Ends a chunk; the run's last one ends its last file too. */
    public void endChunk(boolean isLast, StreamedChunk chunk) {
        if (isLast && aligned && object != null) {
            endFile(chunk);
        }
    }

    /** Whether files still end where the layout will end them. */
    public boolean isAligned() {
        return aligned;
    }

    /** How much of the block, from a byte on, the current file takes; nothing when the file is full. */
    private long endOfPart(IndexedBlock block, byte[] plain, long from) {
        long room = limit - position;
        if (!aligned || block.plainEnd() - from <= room) {
            return block.plainEnd();
        }
        if (withinRecord || block.rows() == 0) {
            // Alone in its file a record may be over the limit; behind others it should have begun the next file.
            aligned = recordStart == 0;
            return block.plainEnd();
        }
        int[] ends = format.recordEnds(plain, block.plainLength());
        int start = (int) (from - block.plainOffset());
        int fitting = FileCutter.countThrough(ends, start + Math.max(0, room));
        int before = FileCutter.countThrough(ends, start);
        if (fitting > before) {
            return block.plainOffset() + ends[fitting - 1];
        }
        return position > 0 ? from : block.plainOffset() + ends[before];
    }

    private void write(IndexedBlock block, byte[] plain, long from, long to, StreamedChunk chunk) {
        GrowingObject target = object;
        FileContent file = content;
        if (target == null || file == null) {
            target = objects.apply(++files);
            file = new FileContent(target::write, format, selection, new StopSignal(), ProgressListener.NONE);
            object = target;
            content = file;
            file.begin();
        }
        long offset = target.bytes();
        file.append(block, plain, from, to);
        chunk.add(target, offset, to - from);
        position += to - from;
    }

    private void endFile(StreamedChunk chunk) {
        GrowingObject target = object;
        FileContent file = content;
        if (target == null || file == null) {
            throw new IllegalStateException("a file ends that was not begun");
        }
        file.end();
        target.end();
        chunk.end(target, file.describe(target.name()));
        object = null;
        content = null;
        position = 0;
        recordStart = 0;
    }

    /** Closes the object of the file that has not ended; what was not synced before may be lost. */
    @Override
    public void close() {
        GrowingObject target = object;
        if (target != null) {
            target.close();
        }
    }
}
