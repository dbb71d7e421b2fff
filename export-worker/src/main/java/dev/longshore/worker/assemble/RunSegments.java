package dev.longshore.worker.assemble;

import dev.longshore.artifact.StagedName;
import dev.longshore.worker.chunk.ChunkDao;
import dev.longshore.worker.chunk.ChunkRow;
import dev.longshore.worker.segment.Extent;
import dev.longshore.worker.segment.Segment;
import java.util.List;
import java.util.UUID;

/** The segments of a run as their results were committed. */
final class RunSegments {
    private final ChunkDao chunks;

    RunSegments(ChunkDao chunks) {
        this.chunks = chunks;
    }

    /** Segments by index, from 0: the chunk's number less one. */
    List<Segment> between(UUID runId, int fromIndex, int toIndex) {
        return chunks.findBetween(runId, fromIndex + 1, toIndex + 1).stream()
                .map(RunSegments::segmentOf)
                .toList();
    }

    private static Segment segmentOf(ChunkRow chunk) {
        String object = chunk.object();
        Long rows = chunk.rows();
        Long plainBytes = chunk.plainBytes();
        Long storedBytes = chunk.storedBytes();
        Long checksum = chunk.checksum();
        if (object == null || rows == null || plainBytes == null || storedBytes == null || checksum == null) {
            throw new IllegalStateException(
                    "chunk %d of run %s has no result".formatted(chunk.number(), chunk.runId()));
        }
        String run = chunk.runId().toString();
        return new Segment(
                new StagedName(run, object),
                rows,
                plainBytes,
                storedBytes,
                checksum,
                chunk.extents().stream()
                        .map(extent -> Extent.decode(run, extent))
                        .toList());
    }
}
