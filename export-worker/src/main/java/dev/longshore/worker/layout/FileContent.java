package dev.longshore.worker.layout;

import dev.longshore.artifact.StagedName;
import dev.longshore.worker.format.RecordFormat;
import dev.longshore.worker.segment.IndexedBlock;
import dev.longshore.worker.segment.ProgressListener;
import dev.longshore.worker.source.Selection;
import dev.longshore.worker.source.StopSignal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one file as they are written, with what its manifest entry says about them. Records are counted in these bytes, not
 * taken from an index: that they are as many as the segments say is then worth something.
 */
final class FileContent {
    private final Target out;
    private final RecordFormat format;
    private final Selection selection;
    private final StopSignal stop;
    private final ProgressListener progress;
    private final MessageDigest sha256 = sha256();
    private long bytes;
    private long rows;
    private List<@Nullable String> first = List.of();
    private List<@Nullable String> last = List.of();

    /** Where the bytes go. */
    @FunctionalInterface
    interface Target {
        /** @param source lent: changes after the call */
        void write(byte[] source, int offset, int length);
    }

    FileContent(Target out, RecordFormat format, Selection selection, StopSignal stop, ProgressListener progress) {
        this.out = out;
        this.format = format;
        this.selection = selection;
        this.stop = stop;
        this.progress = progress;
    }

    void begin() {
        byte[] start = format.fileStart(selection.type());
        write(start, 0, start.length);
    }

    void end() {
        byte[] end = format.fileEnd(selection.type());
        write(end, 0, end.length);
    }

    /** Appends the part of a block that lies within an interval of its segment's records. */
    void append(IndexedBlock block, byte[] plain, long from, long to) {
        stop.throwIfStopped();
        int start = (int) Math.max(0, from - block.plainOffset());
        int end = (int) (Math.min(to, block.plainEnd()) - block.plainOffset());
        write(plain, start, end - start);
        rows += format.recordsEnding(plain, start, end - start);
        if (start == 0 && end == block.plainLength()) {
            if (block.rows() > 0) {
                keys(block.first(), block.last());
            }
        } else {
            countPart(plain, block.plainLength(), start, end);
        }
        progress.advanced(rows, bytes);
    }

    /** Without compression what is stored is what is plain: one checksum serves for both. */
    AssembledFile describe(StagedName object) {
        String hash = HexFormat.of().formatHex(sha256.digest());
        return new AssembledFile(object, bytes, hash, rows, bytes, hash, first, last);
    }

    private void countPart(byte[] plain, int length, int start, int end) {
        int[] ends = format.recordEnds(plain, length);
        int before = start == 0 ? 0 : Arrays.binarySearch(ends, start) + 1;
        int through = Arrays.binarySearch(ends, end) + 1;
        int lastStart = through - 2 < before ? start : ends[through - 2];
        keys(
                format.keyOf(selection, plain, start, ends[before] - start),
                format.keyOf(selection, plain, lastStart, end - lastStart));
    }

    private void keys(List<@Nullable String> firstOfThem, List<@Nullable String> lastOfThem) {
        if (first.isEmpty()) {
            first = firstOfThem;
        }
        last = lastOfThem;
    }

    private void write(byte[] source, int offset, int length) {
        out.write(source, offset, length);
        sha256.update(source, offset, length);
        bytes += length;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
