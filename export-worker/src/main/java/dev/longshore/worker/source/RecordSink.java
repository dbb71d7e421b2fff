package dev.longshore.worker.source;

/**
 * Takes records field by field, in the order of the type's columns. Byte arrays are lent: they are the reader's own buffers
 * and change after the call. Methods may throw what their output throws; the reader then gives up.
 */
public interface RecordSink {
    void beginRecord();

    void nullValue(int column);

    /** A value of type smallint, integer or bigint. */
    void integer(int column, long value);

    void bool(int column, boolean value);

    /**
     * A number that may have a fraction, in ASCII as the source writes it: the shortest digits that stand for it, or {@code NaN},
     * {@code Infinity}, {@code -Infinity}.
     */
    void decimal(int column, byte[] buffer, int offset, int length);

    /**
     * A point in time.
     *
     * @param micros microseconds since 2000-01-01T00:00:00Z, or {@link RecordKey#INFINITY}, {@link RecordKey#MINUS_INFINITY}
     */
    void timestamp(int column, long micros);

    /** Text, as valid UTF-8. */
    void text(int column, byte[] buffer, int offset, int length);

    /** One JSON value, as valid UTF-8 without line feeds. */
    void json(int column, byte[] buffer, int offset, int length);

    /**
     * Ends the record.
     *
     * @param key the record's place in the order; lent like the buffers
     */
    void endRecord(RecordKey key);
}
