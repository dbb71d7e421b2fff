package dev.longshore.worker.segment;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.artifact.StagedName;
import dev.longshore.artifact.StagedWriter;
import dev.longshore.worker.catalog.ExportType;
import dev.longshore.worker.format.BlockSink;
import dev.longshore.worker.format.RecordFormat;
import dev.longshore.worker.format.Timestamps;
import dev.longshore.worker.source.RecordKey;
import dev.longshore.worker.source.RecordSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes one chunk's records to the store: the blocks, then their index, then where the index is. Nothing is visible before
 * {@link #finish}; closing without it, or a crash, leaves nothing. Memory does not grow with the records. Not safe for use by
 * several threads.
 */
public final class SegmentWriter implements AutoCloseable {
    private final StagedName object;
    private final StagedWriter out;
    private final BlockCodec codec;
    private final ProgressListener progress;
    private final RecordFormat.Encoder encoder;
    private final List<IndexedBlock> blocks = new ArrayList<>();
    private long rows;
    private long plainBytes;

    private SegmentWriter(
            StagedName object,
            StagedWriter out,
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

    /** Begins a segment under a staging name that no other attempt uses. */
    public static SegmentWriter open(
            ArtifactStore store,
            StagedName object,
            RecordFormat format,
            ExportType type,
            BlockCodec codec,
            ProgressListener progress) {
        return new SegmentWriter(object, store.writeStaged(object), format, type, codec, progress);
    }

    /** Where the chunk's records go, in their order. */
    public RecordSink records() {
        return encoder;
    }

    /**
     * Completes the segment.
     *
     * @param rowsRead what the source says it has read; throws {@link IllegalStateException} when as many were not written
     */
    public Segment finish(long rowsRead) {
        encoder.finish();
        if (rows != rowsRead) {
            throw new IllegalStateException("%d rows were read and %d written".formatted(rowsRead, rows));
        }
        byte[] index = SegmentIndexCodec.encode(new SegmentIndex(blocks));
        SegmentTrailer trailer = SegmentTrailer.of(index);
        out.write(index, 0, index.length);
        out.write(trailer.encode(), 0, SegmentTrailer.BYTES);
        out.commit();
        return new Segment(object, rows, plainBytes, out.bytes(), Integer.toUnsignedLong(trailer.indexCrc32()));
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
            blocks.add(new IndexedBlock(
                    out.bytes(),
                    encoded.length(),
                    plainBytes,
                    length,
                    records,
                    SegmentTrailer.crc32(bytes, 0, length),
                    records > 0 ? text(first) : List.of(),
                    records > 0 ? text(last) : List.of()));
            out.write(encoded.bytes(), 0, encoded.length());
            rows += records;
            plainBytes += length;
            progress.advanced(rows, plainBytes);
        }
    }
}
