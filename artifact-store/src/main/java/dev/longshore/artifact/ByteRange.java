package dev.longshore.artifact;

/**
 * A part of an object: {@code length} bytes from {@code offset} on, or fewer where the object ends before.
 *
 * @param offset first byte, from 0
 * @param length number of bytes at most
 */
public record ByteRange(long offset, long length) {
    /** The whole object, whatever its size. */
    public static final ByteRange ALL = new ByteRange(0, Long.MAX_VALUE);

    public ByteRange {
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("negative byte range: offset %d, length %d".formatted(offset, length));
        }
    }
}
