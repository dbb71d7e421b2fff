package dev.longshore.worker.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Place of the record that is being read: its date and its key. One mutable instance per reader, so that no object is made per
 * record; take a copy to keep it. Not safe for use by several threads.
 */
public final class RecordKey {
    /** What PostgreSQL's {@code infinity} is in microseconds. */
    public static final long INFINITY = Long.MAX_VALUE;

    /** What PostgreSQL's {@code -infinity} is in microseconds. */
    public static final long MINUS_INFINITY = Long.MIN_VALUE;

    private boolean dated;
    private long dateMicros;
    private byte[] key = new byte[64];
    private int keyLength;

    /** A key to be filled. */
    public RecordKey() {}

    /** The place of a record that has a date. */
    public static RecordKey dated(long dateMicros, String key) {
        RecordKey place = undated(key);
        place.putDate(dateMicros);
        return place;
    }

    /** The place of a record without a date. */
    public static RecordKey undated(String key) {
        RecordKey place = new RecordKey();
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        place.putKey(bytes, 0, bytes.length);
        return place;
    }

    /** Whether the record has a date. */
    public boolean dated() {
        return dated;
    }

    /** The date in microseconds since 2000-01-01T00:00:00Z, or one of the infinities; of no meaning without a date. */
    public long dateMicros() {
        return dateMicros;
    }

    /** The record's key. */
    public String key() {
        return new String(key, 0, keyLength, StandardCharsets.UTF_8);
    }

    void putDate(long micros) {
        dated = true;
        dateMicros = micros;
    }

    void putNoDate() {
        dated = false;
        dateMicros = 0;
    }

    /** Takes over the bytes of a key in UTF-8. */
    void putKey(byte[] buffer, int offset, int length) {
        if (key.length < length) {
            key = new byte[length];
        }
        System.arraycopy(buffer, offset, key, 0, length);
        keyLength = length;
    }

    /** Becomes equal to another key. */
    public void copyFrom(RecordKey other) {
        dated = other.dated;
        dateMicros = other.dateMicros;
        putKey(other.key, 0, other.keyLength);
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof RecordKey other
                && dated == other.dated
                && dateMicros == other.dateMicros
                && Arrays.equals(key, 0, keyLength, other.key, 0, other.keyLength);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(dateMicros) * 31 + keyLength;
    }
}
