package dev.longshore.worker.segment;

/** No compression. */
final class PlainBlocks implements BlockCodec {
    @Override
    public String name() {
        return "NONE";
    }

    @Override
    public Encoded encode(byte[] plain, int length) {
        return new Encoded(plain, length);
    }

    @Override
    public byte[] decode(byte[] stored, int storedLength, int plainLength) {
        return stored;
    }
}
