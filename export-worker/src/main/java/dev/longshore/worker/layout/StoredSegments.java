package dev.longshore.worker.layout;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.worker.format.RecordFormat;
import dev.longshore.worker.segment.BlockCodec;
import dev.longshore.worker.segment.Segment;
import dev.longshore.worker.segment.SegmentIndex;
import dev.longshore.worker.segment.SegmentReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Segments in the store. Keeps the last index and the last block's record ends: files end one after another. */
final class StoredSegments implements SegmentSequence {
    private final ArtifactStore store;
    private final RecordFormat format;
    private final BlockCodec codec;
    private final List<Segment> segments;
    private int openSegment = -1;
    private @Nullable SegmentReader reader;
    private int knownBlock = -1;
    private int[] knownEnds = new int[0];

    StoredSegments(ArtifactStore store, RecordFormat format, BlockCodec codec, List<Segment> segments) {
        this.store = store;
        this.format = format;
        this.codec = codec;
        this.segments = segments;
    }

    @Override
    public SegmentIndex index(int segment) {
        return open(segment).index();
    }

    @Override
    public int[] recordEnds(int segment, int block) {
        SegmentReader open = open(segment);
        if (knownBlock != block) {
            open.readBlocks(
                    block, block + 1, (indexed, plain) -> knownEnds = format.recordEnds(plain, indexed.plainLength()));
            knownBlock = block;
        }
        return knownEnds;
    }

    private SegmentReader open(int segment) {
        SegmentReader open = reader;
        if (open == null || openSegment != segment) {
            open = SegmentReader.open(store, segments.get(segment), codec);
            reader = open;
            openSegment = segment;
            knownBlock = -1;
        }
        return open;
    }
}
