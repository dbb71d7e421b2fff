package dev.longshore.worker.segment;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.artifact.StagedName;
import dev.longshore.worker.catalog.ExportType;
import dev.longshore.worker.format.BlockSink;
import dev.longshore.worker.format.RecordFormat;
import dev.longshore.worker.format.Timestamps;
import dev.longshore.worker.source.RecordKey;
import dev.longshore.worker.source.RecordSink;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes one chunk's records to the store: the blocks, then their index, then where the index is. The segment counts for
 * nothing before it is completed; closing without that, or a crash, leaves nothing that anybody reads. Memory does not grow
 * with the records. Not safe for use by several threads.
 */
public final class SegmentWriter implements AutoCloseable {
    private final StagedName object;
    private final BlockDestination out;
    private final BlockCodec codec;
    private final ProgressListener progress;
    private final RecordFormat.Encoder encoder;
    private final List<IndexedBlock> blocks = new ArrayList<>();
    private long rows;
    private long plainBytes;
    private long storedBytes;

    private SegmentWriter(
            StagedName object,
            BlockDestination out,
            RecordFormat format,
            ExportType type,
            BlockCodec codec,
            ProgressListener progress) {
        this.object = object;
        this.out = out;
        this.codec = codec;
        this.progress = progress;
        this.encoder = format.encoder(type, new Blocks());
    }

    /** Begins a segment in an object of its own, under a staging name that no other attempt uses. */
    public static SegmentWriter open(
            ArtifactStore store,
            StagedName object,
            RecordFormat format,
            ExportType type,
            BlockCodec codec,
            ProgressListener progress) {
        return open(new OwnObject(store.writeStaged(object)), object, format, type, codec, progress);
    }

    /** Begins a segment whose blocks go where the caller says. */
    public static SegmentWriter open(
            BlockDestination destination,
            StagedName object,
            RecordFormat format,
            ExportType type,
            BlockCodec codec,
            ProgressListener progress) {
        return new SegmentWriter(object, destination, format, type, codec, progress);
    }

    /** Where the chunk's records go, in their order. */
    public RecordSink records() {
        return encoder;
    }

    /** {@link #endRecords}, then {@link #complete}. */
    public Segment finish(long rowsRead) {
        endRecords(rowsRead);
        return complete();
    }

    /**
     * To be called when the source has no more records: what remains to be done does not need it.
     *
     * @param rowsRead what the source says it has read; throws {@link IllegalStateException} when as many were not written
     */
    public void endRecords(long rowsRead) {
        encoder.finish();
        if (rows != rowsRead) {
            throw new IllegalStateException("%d rows were read and %d written".formatted(rowsRead, rows));
        }
        out.end();
    }

    /** Completes the segment; it is durable when this returns. */
    public Segment complete() {
        byte[] index = SegmentIndexCodec.encode(new SegmentIndex(blocks));
        SegmentTrailer trailer = SegmentTrailer.of(index);
        byte[] indexAndTrailer = ByteBuffer.allocate(index.length + SegmentTrailer.BYTES)
                .put(index)
                .put(trailer.encode())
                .array();
        BlockDestination.Stored stored = out.complete(indexAndTrailer);
        return new Segment(
                object,
                rows,
                plainBytes,
                stored.objectBytes(),
                Integer.toUnsignedLong(trailer.indexCrc32()),
                stored.extents());
    }

    @Override
    public void close() {
        out.close();
    }

    private static List<@Nullable String> text(RecordKey key) {
        return Arrays.asList(key.dated() ? Timestamps.format(key.dateMicros()) : null, key.key());
    }

    private final class Blocks implements BlockSink {
        @Override
        public void block(byte[] bytes, int length, int records, RecordKey first, RecordKey last) {
            BlockCodec.Encoded encoded = codec.encode(bytes, length);
            IndexedBlock block = new IndexedBlock(
                    storedBytes,
                    encoded.length(),
                    plainBytes,
                    length,
                    records,
                    SegmentTrailer.crc32(bytes, 0, length),
                    records > 0 ? text(first) : List.of(),
                    records > 0 ? text(last) : List.of());
            out.append(block, encoded.bytes());
            blocks.add(block);
            rows += records;
            plainBytes += length;
            storedBytes += encoded.length();
            progress.advanced(rows, plainBytes);
        }
    }
}
