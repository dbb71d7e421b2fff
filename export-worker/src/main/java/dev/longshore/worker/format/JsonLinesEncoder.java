package dev.longshore.worker.format;

import dev.longshore.worker.catalog.Column;
import dev.longshore.worker.source.RecordKey;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes records as JSON straight into the block: no text is ever decoded, no object made per record. Escapes what RFC 8259
 * demands and nothing else, so that every other character is in the output as it is in the source.
 */
final class JsonLinesEncoder implements RecordFormat.Encoder {
    /** Bytes of a value handled at a time: six times as many may come out. */
    private static final int SLICE = 64 << 10;

    private static final int LONGEST_ESCAPE = 6;
    private static final int LONGEST_NUMBER = 20;

    /** Eight bytes as a number, the first one lowest. */
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** One in each of eight bytes. */
    private static final long EACH = 0x0101_0101_0101_0101L;

    private static final long EACH_HIGHEST_BIT = 0x8080_8080_8080_8080L;

    private static final byte[] NULL = ascii("null");
    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");
    private static final byte[] HEX = ascii("0123456789abcdef");

    /** 0: as it is; 'u': as a six-digit escape; else the letter behind the backslash. */
    private static final byte[] ESCAPES = escapes();

    private final byte[][] names;
    private final BlockBuffer block;
    private final Timestamps timestamps = new Timestamps();

    JsonLinesEncoder(List<Column> columns, BlockBuffer block) {
        this.block = block;
        this.names = new byte[columns.size()][];
        for (int i = 0; i < names.length; i++) {
            String name = (i == 0 ? "{\"" : ",\"") + columns.get(i).name() + "\":";
            names[i] = name.getBytes(StandardCharsets.UTF_8);
        }
    }

    @Override
    public void beginRecord() {
        block.beginRecord();
    }

    @Override
    public void nullValue(int column) {
        name(column, NULL.length);
        append(NULL);
    }

    @Override
    public void integer(int column, long value) {
        name(column, LONGEST_NUMBER);
        block.length = writeNumber(value, block.bytes, block.length);
    }

    @Override
    public void bool(int column, boolean value) {
        byte[] word = value ? TRUE : FALSE;
        name(column, word.length);
        append(word);
    }

    @Override
    public void decimal(int column, byte[] buffer, int offset, int length) {
        byte last = buffer[offset + length - 1];
        if (last >= '0' && last <= '9') {
            name(column, length);
            System.arraycopy(buffer, offset, block.bytes, block.length, length);
            block.length += length;
        } else {
            // NaN and the infinities: JSON has no numbers for them.
            text(column, buffer, offset, length);
        }
    }

    @Override
    public void timestamp(int column, long micros) {
        name(column, Timestamps.LONGEST + 2);
        byte[] target = block.bytes;
        int at = block.length;
        target[at] = '"';
        at = timestamps.write(micros, target, at + 1);
        target[at] = '"';
        block.length = at + 1;
    }

    @Override
    public void text(int column, byte[] buffer, int offset, int length) {
        name(column, 1);
        block.bytes[block.length++] = '"';
        int end = offset + length;
        for (int from = offset; from < end; from += SLICE) {
            int to = Math.min(end, from + SLICE);
            block.room((to - from) * LONGEST_ESCAPE);
            block.length = escape(buffer, from, to, block.bytes, block.length);
        }
        block.room(1);
        block.bytes[block.length++] = '"';
    }

    @Override
    public void json(int column, byte[] buffer, int offset, int length) {
        name(column, 0);
        int end = offset + length;
        for (int from = offset; from < end; from += SLICE) {
            int count = Math.min(end - from, SLICE);
            block.room(count);
            System.arraycopy(buffer, from, block.bytes, block.length, count);
            block.length += count;
        }
    }

    @Override
    public void endRecord(RecordKey key) {
        block.room(2);
        block.bytes[block.length++] = '}';
        block.bytes[block.length++] = '\n';
        block.endRecord(key);
    }

    @Override
    public void finish() {
        block.finish();
    }

    /** Writes the name of a column, and makes room for that many bytes behind it. */
    private void name(int column, int more) {
        byte[] name = names[column];
        block.room(name.length + more);
        append(name);
    }

    private void append(byte[] bytes) {
        System.arraycopy(bytes, 0, block.bytes, block.length, bytes.length);
        block.length += bytes.length;
    }

    /** Eight bytes at a time where none of them is escaped, which is nearly everywhere. */
    private static int escape(byte[] source, int from, int to, byte[] target, int position) {
        int at = position;
        int i = from;
        while (i + Long.BYTES <= to) {
            long eight = (long) EIGHT.get(source, i);
            EIGHT.set(target, at, eight);
            long escaped = escaped(eight);
            if (escaped == 0) {
                i += Long.BYTES;
                at += Long.BYTES;
            } else {
                int clean = Long.numberOfTrailingZeros(escaped) / Byte.SIZE;
                i += clean;
                at = escape(source[i++], target, at + clean);
            }
        }
        while (i < to) {
            byte character = source[i++];
            if (ESCAPES[character & 0xff] == 0) {
                target[at++] = character;
            } else {
                at = escape(character, target, at);
            }
        }
        return at;
    }

    /**
     * Zero if none of the eight bytes is escaped; else the lowest bit that is set is the highest one of the first that is.
     * Bits above it mean nothing: a borrow may have set them.
     */
    private static long escaped(long eight) {
        long control = (eight - EACH * 0x20) & ~eight;
        long quote = eight ^ EACH * '"';
        long backslash = eight ^ EACH * '\\';
        long special = control | ((quote - EACH) & ~quote) | ((backslash - EACH) & ~backslash);
        return special & EACH_HIGHEST_BIT;
    }

    private static int escape(byte character, byte[] target, int position) {
        int at = position;
        byte escape = ESCAPES[character & 0xff];
        target[at++] = '\\';
        target[at++] = escape;
        if (escape == 'u') {
            target[at++] = '0';
            target[at++] = '0';
            target[at++] = HEX[character >> 4];
            target[at++] = HEX[character & 0xf];
        }
        return at;
    }

    private static int writeNumber(long value, byte[] target, int position) {
        if (value == Long.MIN_VALUE) {
            byte[] text = ascii(Long.toString(value));
            System.arraycopy(text, 0, target, position, text.length);
            return position + text.length;
        }
        int at = position;
        long rest = value;
        if (rest < 0) {
            target[at++] = '-';
            rest = -rest;
        }
        int digits = 1;
        for (long bound = 10; digits < 19 && rest >= bound; bound *= 10) {
            digits++;
        }
        for (int i = at + digits - 1; i >= at; i--) {
            target[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return at + digits;
    }

    private static byte[] escapes() {
        byte[] escapes = new byte[256];
        for (int control = 0; control < 0x20; control++) {
            escapes[control] = 'u';
        }
        escapes['\b'] = 'b';
        escapes['\t'] = 't';
        escapes['\n'] = 'n';
        escapes['\f'] = 'f';
        escapes['\r'] = 'r';
        escapes['"'] = '"';
        escapes['\\'] = '\\';
        return escapes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
