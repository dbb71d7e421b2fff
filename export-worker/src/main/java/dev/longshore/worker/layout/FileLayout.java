package dev.longshore.worker.layout;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.worker.catalog.ExportType;
import dev.longshore.worker.format.RecordFormat;
import dev.longshore.worker.segment.BlockCodec;
import dev.longshore.worker.segment.Segment;
import java.util.List;
import java.util.OptionalLong;

/**
 * Decides which records go into which file. The answer depends on the segments' records and the limit alone, so that whoever
 * asks gets the same. No file exceeds the limit unless one record alone does; no record is cut; every file but the last is as
 * full as the next record allows. Only the segments in which files end are looked into, so memory and time hardly grow with the
 * number of chunks.
 */
public final class FileLayout {
    private final ArtifactStore store;
    private final RecordFormat format;
    private final BlockCodec codec;

    public FileLayout(ArtifactStore store, RecordFormat format, BlockCodec codec) {
        this.store = store;
        this.format = format;
        this.codec = codec;
    }

    /**
     * @param segments all segments of the run, in the order of its chunks
     * @param splitBytes largest size of a file; empty for one file of any size (P46, P47)
     * @return the files in order; none when the segments hold no record
     */
    public List<FileInterval> files(ExportType type, List<Segment> segments, OptionalLong splitBytes) {
        int overhead = overhead(format, type);
        long limit = splitBytes.isPresent() ? splitBytes.getAsLong() - overhead : Long.MAX_VALUE;
        return new FileCutter(segments, new StoredSegments(store, format, codec, segments)).cut(limit, overhead);
    }

    /** What begins and ends a file, in bytes. */
    static int overhead(RecordFormat format, ExportType type) {
        return format.fileStart(type).length + format.fileEnd(type).length;
    }
}
