package dev.longshore.worker.segment;

import java.util.List;

/** What a segment holds, block by block. */
public final class SegmentIndex {
    private final List<IndexedBlock> blocks;

    SegmentIndex(List<IndexedBlock> blocks) {
        this.blocks = List.copyOf(blocks);
    }

    public List<IndexedBlock> blocks() {
        return blocks;
    }

    /** Number of the block that holds the plain byte at that offset, which must be less than the segment's plain size. */
    public int blockAt(long plainOffset) {
        int low = 0;
        int high = blocks.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (blocks.get(middle).plainOffset() <= plainOffset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Number of the block in which the record that this block belongs to begins. */
    public int beginOfRecord(int block) {
        int begin = block;
        while (begin > 0 && blocks.get(begin - 1).rows() == 0) {
            begin--;
        }
        return begin;
    }

    /** Number of the block in which the record that this block belongs to ends. */
    public int endOfRecord(int block) {
        int end = block;
        while (blocks.get(end).rows() == 0) {
            end++;
        }
        return end;
    }

    /** Records that end before a block. */
    public long rowsBefore(int block) {
        return blocks.subList(0, block).stream().mapToLong(IndexedBlock::rows).sum();
    }

    long plainBytes() {
        return blocks.isEmpty() ? 0 : blocks.get(blocks.size() - 1).plainEnd();
    }

    long rows() {
        return rowsBefore(blocks.size());
    }

    long storedBytes() {
        return blocks.stream().mapToLong(IndexedBlock::storedLength).sum();
    }
}
