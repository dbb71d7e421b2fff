package dev.longshore.worker.layout;

import dev.longshore.worker.segment.IndexedBlock;
import dev.longshore.worker.segment.Segment;
import dev.longshore.worker.segment.SegmentIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts the sequence of all records into files: each ends at the last end of a record within the limit, or, when its first record
 * alone is over the limit, behind that record. A pure function of the segments and the limit.
 */
final class FileCutter {
    private final SegmentSequence segments;

    /** Where each segment begins in the sequence of all records, in bytes and in rows; one more entry for the end. */
    private final long[] begins;

    private final long[] rowsBefore;

    FileCutter(List<Segment> sizes, SegmentSequence segments) {
        this.segments = segments;
        this.begins = new long[sizes.size() + 1];
        this.rowsBefore = new long[sizes.size() + 1];
        for (int i = 0; i < sizes.size(); i++) {
            begins[i + 1] = begins[i] + sizes.get(i).plainBytes();
            rowsBefore[i + 1] = rowsBefore[i] + sizes.get(i).rows();
        }
    }

    /**
     * @param limit most bytes of records in a file
     * @param overhead what begins and ends a file, in bytes
     */
    List<FileInterval> cut(long limit, int overhead) {
        List<FileInterval> files = new ArrayList<>();
        long total = begins[begins.length - 1];
        RecordEnd from = new RecordEnd(0, 0);
        while (from.position < total) {
            RecordEnd to = endOfFile(from, limit, total);
            files.add(new FileInterval(
                    files.size() + 1,
                    beginAt(from.position),
                    endAt(to.position),
                    to.rows - from.rows,
                    to.position - from.position + overhead));
            from = to;
        }
        return files;
    }

    private RecordEnd endOfFile(RecordEnd from, long limit, long total) {
        // Subtraction, because the limit may be as large as a number gets.
        if (total - from.position <= limit) {
            return new RecordEnd(total, rowsBefore[rowsBefore.length - 1]);
        }
        RecordEnd fitting = lastEndThrough(from.position + Math.max(0, limit));
        return fitting.position > from.position ? fitting : firstEndAfter(from.position);
    }

    /** The last end of a record at or before a position that is less than the total. */
    private RecordEnd lastEndThrough(long position) {
        int segment = segmentAt(position);
        long offset = position - begins[segment];
        if (offset == 0) {
            return new RecordEnd(position, rowsBefore[segment]);
        }
        SegmentIndex index = segments.index(segment);
        int block = index.blockAt(offset);
        int begin = index.beginOfRecord(block);
        IndexedBlock first = index.blocks().get(begin);
        int inside = 0;
        long end = first.plainOffset();
        if (isWhole(index, block)) {
            int[] ends = segments.recordEnds(segment, block);
            inside = countThrough(ends, offset - first.plainOffset());
            end += inside == 0 ? 0 : ends[inside - 1];
        }
        return new RecordEnd(begins[segment] + end, rowsBefore[segment] + index.rowsBefore(begin) + inside);
    }

    /** The first end of a record after a position at which a record begins. */
    private RecordEnd firstEndAfter(long position) {
        int segment = segmentAt(position);
        long offset = position - begins[segment];
        SegmentIndex index = segments.index(segment);
        int block = index.blockAt(offset);
        int inside = 1;
        int last = block;
        long end;
        if (isWhole(index, block)) {
            int[] ends = segments.recordEnds(segment, block);
            IndexedBlock indexed = index.blocks().get(block);
            int before = countThrough(ends, offset - indexed.plainOffset());
            inside = before + 1;
            end = indexed.plainOffset() + ends[before];
        } else {
            last = index.endOfRecord(block);
            end = index.blocks().get(last).plainEnd();
        }
        return new RecordEnd(begins[segment] + end, rowsBefore[segment] + index.rowsBefore(last) + inside);
    }

    /** Whether a block holds whole records, and not a part of a big one. */
    private static boolean isWhole(SegmentIndex index, int block) {
        return index.blocks().get(block).rows() > 0 && index.beginOfRecord(block) == block;
    }

    /** How many of the ascending ends are at or before an offset. */
    static int countThrough(int[] ends, long offset) {
        int found = Arrays.binarySearch(ends, (int) Math.min(offset, Integer.MAX_VALUE));
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The segment that holds the byte at a position that is less than the total. */
    private int segmentAt(long position) {
        int low = 0;
        int high = begins.length - 2;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (begins[middle] <= position) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private SegmentPosition beginAt(long position) {
        int segment = segmentAt(position);
        return new SegmentPosition(segment, position - begins[segment]);
    }

    /** The place behind the byte before a position, so that no segment is named of which nothing is needed. */
    private SegmentPosition endAt(long position) {
        int segment = segmentAt(position - 1);
        return new SegmentPosition(segment, position - begins[segment]);
    }

    /**
     * An end of a record.
     *
     * @param position bytes of records before it
     * @param rows records before it
     */
    private record RecordEnd(long position, long rows) {}
}
