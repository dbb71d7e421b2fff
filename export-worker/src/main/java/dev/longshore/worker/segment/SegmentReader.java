package dev.longshore.worker.segment;

import dev.longshore.artifact.ArtifactStore;
import dev.longshore.artifact.ByteRange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * Reads a segment, and trusts nothing: index and blocks must have the checksums that they were written with. Throws
 * {@link CorruptSegmentException} where they have not, and what the store throws. Not safe for use by several threads.
 */
public final class SegmentReader {
    /** Holds the index of all but huge chunks: one read instead of two. */
    private static final int TAIL = 64 << 10;

    private final ArtifactStore store;
    private final Segment segment;
    private final BlockCodec codec;
    private final SegmentIndex index;

    private SegmentReader(ArtifactStore store, Segment segment, BlockCodec codec, SegmentIndex index) {
        this.store = store;
        this.segment = segment;
        this.codec = codec;
        this.index = index;
    }

    /** Reads and checks the segment's index. */
    public static SegmentReader open(ArtifactStore store, Segment segment, BlockCodec codec) {
        SegmentIndex index = readIndex(store, segment);
        if (index.rows() != segment.rows() || index.plainBytes() != segment.plainBytes()) {
            throw new CorruptSegmentException(segment.object(), "its index does not fit its result");
        }
        return new SegmentReader(store, segment, codec, index);
    }

    public SegmentIndex index() {
        return index;
    }

    /** Reads blocks of this segment in order, each checked before it is handed on. */
    public void readBlocks(int from, int to, BlockVisitor visitor) {
        if (from == to) {
            return;
        }
        IndexedBlock first = index.blocks().get(from);
        IndexedBlock last = index.blocks().get(to - 1);
        long length = last.storedOffset() + last.storedLength() - first.storedOffset();
        try (InputStream in = openBlocks(first.storedOffset(), length)) {
            byte[] stored = new byte[0];
            for (IndexedBlock block : index.blocks().subList(from, to)) {
                if (stored.length < block.storedLength()) {
                    stored = new byte[block.storedLength()];
                }
                if (in.readNBytes(stored, 0, block.storedLength()) < block.storedLength()) {
                    throw new CorruptSegmentException(segment.object(), "it is cut off");
                }
                byte[] plain = codec.decode(stored, block.storedLength(), block.plainLength());
                if (SegmentTrailer.crc32(plain, 0, block.plainLength()) != block.crc32()) {
                    throw new CorruptSegmentException(segment.object(), "a block has another checksum");
                }
                visitor.visit(block, plain);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading segment " + segment.object(), e);
        }
    }

    private InputStream openBlocks(long offset, long length) {
        if (segment.extents().isEmpty()) {
            return store.readStaged(segment.object(), new ByteRange(offset, length));
        }
        Extents part = new Extents();
        part.addPart(segment.extents(), offset, offset + length);
        return new ExtentInputStream(store, part.toList());
    }

    private static SegmentIndex readIndex(ArtifactStore store, Segment segment) {
        try {
            byte[] tail = readTail(store, segment, TAIL);
            SegmentTrailer trailer = SegmentTrailer.decode(tail);
            if (trailer.indexLength() > segment.storedBytes() - SegmentTrailer.BYTES) {
                throw new CorruptSegmentException(segment.object(), "its index cannot be as long as it says");
            }
            int indexEnd = tail.length - SegmentTrailer.BYTES;
            if (trailer.indexLength() > indexEnd) {
                tail = readTail(store, segment, trailer.indexLength() + SegmentTrailer.BYTES);
                indexEnd = tail.length - SegmentTrailer.BYTES;
            }
            byte[] index = Arrays.copyOfRange(tail, indexEnd - trailer.indexLength(), indexEnd);
            if (SegmentTrailer.crc32(index, 0, index.length) != trailer.indexCrc32()
                    || Integer.toUnsignedLong(trailer.indexCrc32()) != segment.checksum()) {
                throw new CorruptSegmentException(segment.object(), "its index has another checksum");
            }
            return SegmentIndexCodec.decode(index);
        } catch (IOException | IllegalArgumentException e) {
            CorruptSegmentException corrupt = new CorruptSegmentException(segment.object(), "its index cannot be read");
            corrupt.addSuppressed(e);
            throw corrupt;
        }
    }

    private static byte[] readTail(ArtifactStore store, Segment segment, int most) throws IOException {
        long offset = Math.max(0, segment.storedBytes() - most);
        try (InputStream in =
                store.readStaged(segment.object(), new ByteRange(offset, segment.storedBytes() - offset))) {
            return in.readAllBytes();
        }
    }

    /** Takes blocks. */
    @FunctionalInterface
    public interface BlockVisitor {
        /** @param plain lent: changes after the call; the block's bytes are the first {@code block.plainLength()} */
        void visit(IndexedBlock block, byte[] plain);
    }
}
