package dev.longshore.worker.segment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Indexes as bytes: a version byte, the number of blocks, then per block stored length, plain length, rows, CRC-32, and for
 * blocks with rows the dates and keys of the first and the last record. Numbers have seven bits a byte, low ones first.
 */
final class SegmentIndexCodec {
    private static final int VERSION = 1;

    private SegmentIndexCodec() {}

    static byte[] encode(SegmentIndex index) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            writeNumber(out, index.blocks().size());
            for (IndexedBlock block : index.blocks()) {
                writeNumber(out, block.storedLength());
                writeNumber(out, block.plainLength());
                writeNumber(out, block.rows());
                out.writeInt(block.crc32());
                if (block.rows() > 0) {
                    writeKey(out, block.first());
                    writeKey(out, block.last());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a byte array takes every byte", e);
        }
        return bytes.toByteArray();
    }

    /** Throws {@link IOException} for anything that {@link #encode} has not written. */
    static SegmentIndex decode(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readUnsignedByte() != VERSION) {
            throw new IOException("not an index of version " + VERSION);
        }
        int count = readNumber(in);
        List<IndexedBlock> blocks = new ArrayList<>();
        long storedOffset = 0;
        long plainOffset = 0;
        for (int i = 0; i < count; i++) {
            int storedLength = readNumber(in);
            int plainLength = readNumber(in);
            int rows = readNumber(in);
            int crc32 = in.readInt();
            List<@Nullable String> first = rows > 0 ? readKey(in) : List.of();
            List<@Nullable String> last = rows > 0 ? readKey(in) : List.of();
            blocks.add(
                    new IndexedBlock(storedOffset, storedLength, plainOffset, plainLength, rows, crc32, first, last));
            storedOffset += storedLength;
            plainOffset += plainLength;
        }
        if (in.read() >= 0) {
            throw new IOException("more bytes than blocks");
        }
        return new SegmentIndex(blocks);
    }

    private static void writeKey(DataOutputStream out, List<@Nullable String> key) throws IOException {
        out.writeByte(key.size());
        for (String part : key) {
            if (part == null) {
                writeNumber(out, 0);
            } else {
                byte[] text = part.getBytes(StandardCharsets.UTF_8);
                writeNumber(out, text.length + 1);
                out.write(text);
            }
        }
    }

    private static List<@Nullable String> readKey(DataInputStream in) throws IOException {
        @Nullable String[] parts = new String[in.readUnsignedByte()];
        for (int i = 0; i < parts.length; i++) {
            int length = readNumber(in);
            if (length > 0) {
                byte[] text = in.readNBytes(length - 1);
                if (text.length < length - 1) {
                    throw new IOException("key is cut off");
                }
                parts[i] = new String(text, StandardCharsets.UTF_8);
            }
        }
        return Arrays.asList(parts);
    }

    private static void writeNumber(DataOutputStream out, int value) throws IOException {
        int rest = value;
        while (rest >= 0x80) {
            out.writeByte((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    private static int readNumber(DataInputStream in) throws IOException {
        long value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int next = in.readUnsignedByte();
            value |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                if (value > Integer.MAX_VALUE) {
                    throw new IOException("number is too big");
                }
                return (int) value;
            }
        }
        throw new IOException("number is too long");
    }
}
