package dev.longshore.worker.segment;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** The last bytes of a segment: where its index is, and the index's checksum. */
record SegmentTrailer(int indexLength, int indexCrc32) {
    static final int BYTES = 16;

    /** "LSEGMENT" in ASCII. */
    private static final long MAGIC = 0x4c5345474d454e54L;

    static SegmentTrailer of(byte[] index) {
        return new SegmentTrailer(index.length, crc32(index, 0, index.length));
    }

    byte[] encode() {
        return ByteBuffer.allocate(BYTES)
                .putInt(indexLength)
                .putInt(indexCrc32)
                .putLong(MAGIC)
                .array();
    }

    /** The trailer at the end of these bytes. Throws {@link IllegalArgumentException} when there is none. */
    static SegmentTrailer decode(byte[] tail) {
        if (tail.length < BYTES) {
            throw new IllegalArgumentException("too short");
        }
        ByteBuffer buffer = ByteBuffer.wrap(tail, tail.length - BYTES, BYTES);
        SegmentTrailer trailer = new SegmentTrailer(buffer.getInt(), buffer.getInt());
        if (buffer.getLong() != MAGIC || trailer.indexLength < 0) {
            throw new IllegalArgumentException("no trailer");
        }
        return trailer;
    }

    static int crc32(byte[] bytes, int offset, int length) {
        CRC32 crc32 = new CRC32();
        crc32.update(bytes, offset, length);
        return (int) crc32.getValue();
    }
}
