package dev.longshore.standalone.sample;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Rows in PostgreSQL's binary COPY format, written into one growing array. Not safe for threads. */
final class CopyBuffer {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int HEADER_FLAGS_AND_EXTENSION = 8;
    private static final int TEXT_OID = 25;
    private static final long MICROS_FROM_1970_TO_2000 = 946_684_800_000_000L;
    private static final byte JSONB_VERSION = 1;

    private byte[] bytes;
    private int length;

    CopyBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    void clear() {
        length = 0;
    }

    int length() {
        return length;
    }

    byte[] bytes() {
        return bytes;
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    /** Stands once before the first row of a stream. */
    void header() {
        append(SIGNATURE);
        require(HEADER_FLAGS_AND_EXTENSION);
        Arrays.fill(bytes, length, length + HEADER_FLAGS_AND_EXTENSION, (byte) 0);
        length += HEADER_FLAGS_AND_EXTENSION;
    }

    /** Stands once after the last row of a stream. */
    void trailer() {
        int16(-1);
    }

    void row(int columns) {
        int16(columns);
    }

    void none() {
        int32(-1);
    }

    void none(int columns) {
        for (int i = 0; i < columns; i++) {
            none();
        }
    }

    void smallint(int value) {
        int32(Short.BYTES);
        int16(value);
    }

    void integer(int value) {
        int32(Integer.BYTES);
        int32(value);
    }

    void bigint(long value) {
        int32(Long.BYTES);
        int64(value);
    }

    /** {@code timestamptz} from microseconds since 1970. */
    void instant(long epochMicros) {
        bigint(epochMicros - MICROS_FROM_1970_TO_2000);
    }

    void text(String value) {
        text(value.getBytes(StandardCharsets.UTF_8));
    }

    void text(byte[] value) {
        int32(value.length);
        append(value);
    }

    void textArray(List<String> values) {
        var field = open();
        int32(values.isEmpty() ? 0 : 1);
        int32(0);
        int32(TEXT_OID);
        if (!values.isEmpty()) {
            int32(values.size());
            int32(1);
            values.forEach(this::text);
        }
        close(field);
    }

    /** Begins a field whose length is not known yet; what is appended until {@link #close} is its value. */
    int open() {
        int32(0);
        return length;
    }

    int openJsonb() {
        var field = open();
        append(JSONB_VERSION);
        return field;
    }

    void close(int field) {
        putInt(field - Integer.BYTES, length - field);
    }

    void append(byte value) {
        require(1);
        bytes[length++] = value;
    }

    void append(byte[] value) {
        append(value, value.length);
    }

    /** Appends at most {@code limit} bytes and never a part of a character. */
    void append(byte[] utf8, int limit) {
        var count = Math.min(limit, utf8.length);
        while (count > 0 && count < utf8.length && (utf8[count] & 0xC0) == 0x80) {
            count--;
        }
        require(count);
        System.arraycopy(utf8, 0, bytes, length, count);
        length += count;
    }

    void append(String ascii) {
        append(ascii.getBytes(StandardCharsets.UTF_8));
    }

    private void int16(int value) {
        require(Short.BYTES);
        bytes[length++] = (byte) (value >>> 8);
        bytes[length++] = (byte) value;
    }

    private void int32(int value) {
        require(Integer.BYTES);
        putInt(length, value);
        length += Integer.BYTES;
    }

    private void int64(long value) {
        int32((int) (value >>> Integer.SIZE));
        int32((int) value);
    }

    private void putInt(int at, int value) {
        bytes[at] = (byte) (value >>> 24);
        bytes[at + 1] = (byte) (value >>> 16);
        bytes[at + 2] = (byte) (value >>> 8);
        bytes[at + 3] = (byte) value;
    }

    private void require(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
