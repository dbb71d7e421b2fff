package dev.longshore.worker.segment;

/** How blocks are stored: each by itself, so that files can be cut and put together from blocks. */
public interface BlockCodec {
    /** Blocks as they are. */
    BlockCodec NONE = new PlainBlocks();

    /** Name in the catalog, for example {@code NONE}. */
    String name();

    /** The block as it is stored. May lend its own buffer, which the next call overwrites, or return the one given. */
    Encoded encode(byte[] plain, int length);

    /** The block as it was. May lend its own buffer, or return the one given. */
    byte[] decode(byte[] stored, int storedLength, int plainLength);

    /** A block as it is stored: the first {@code length} bytes. */
    final class Encoded {
        private final byte[] bytes;
        private final int length;

        public Encoded(byte[] bytes, int length) {
            this.bytes = bytes;
            this.length = length;
        }

        /** Lent, not copied: a copy per block would cost as much as writing it. */
        byte[] bytes() {
            return bytes;
        }

        int length() {
            return length;
        }
    }
}
