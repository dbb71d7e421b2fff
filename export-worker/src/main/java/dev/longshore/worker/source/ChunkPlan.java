package dev.longshore.worker.source;

import java.util.List;

/**
 * How a window is cut into chunks. The chunks, in this order, hold every record of the window exactly once.
 *
 * @param chunks in the order of the output; empty when the window holds no record
 * @param estimatedRows rows that the run will export, as the source's planner estimates; exact statistics are too dear
 * @param estimatedBytes bytes of values in these rows, from a sample
 */
public record ChunkPlan(List<PlannedChunk> chunks, long estimatedRows, long estimatedBytes) {
    public ChunkPlan {
        chunks = List.copyOf(chunks);
    }

    /** Keys in all chunks. */
    public long keys() {
        return chunks.stream().mapToLong(PlannedChunk::keys).sum();
    }
}
