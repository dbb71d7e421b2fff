package dev.longshore.worker.source;

import dev.longshore.worker.catalog.Column;
import dev.longshore.worker.catalog.ColumnType;
import java.util.List;

/**
 * Decodes PostgreSQL's binary COPY format, one record after another, straight out of the driver's buffers. Values of text, json
 * and date columns are passed on as the bytes that they are. Nothing that is sent is taken on trust: what does not end where it says
 * is a {@link SourceFailure}.
 */
final class BinaryRecords {
    /** Signature (11 bytes) and flags (4 bytes); the length of the header's extension follows. */
    private static final int EXTENSION_LENGTH_AT = 15;

    private static final int NO_MORE_RECORDS = -1;
    private static final int NULL = -1;

    private final ColumnType[] types;
    private final int dateColumn;
    private final int keyColumn;
    private final RecordSink sink;
    private final RecordKey key = new RecordKey();
    private boolean headerSeen;
    private boolean trailerSeen;
    private long records;

    BinaryRecords(Selection selection, RecordSink sink) {
        List<Column> columns = selection.type().columns();
        this.types = columns.stream().map(Column::type).toArray(ColumnType[]::new);
        this.dateColumn = columns.indexOf(selection.dateColumn());
        this.keyColumn = columns.indexOf(selection.type().key());
        this.sink = sink;
    }

    /**
     * To be called when nothing more comes.
     *
     * @param rowsSent what the source says at the end; it says nothing (-1) when it has not come that far
     * @return the number of records
     * @throws SourceFailure of a kind that can be retried, when this is not all that the source has
     */
    long complete(long rowsSent) {
        if (!trailerSeen || rowsSent != records) {
            throw SourceFailures.unavailable("its stream of records ended early");
        }
        return records;
    }

    /** Takes what the source sent in one message: one record, with the header before the first, or the trailer. */
    void accept(byte[] message) {
        int at = 0;
        if (!headerSeen) {
            require(message, 0, EXTENSION_LENGTH_AT + 4);
            int extension = int32(message, EXTENSION_LENGTH_AT);
            at = EXTENSION_LENGTH_AT + 4;
            require(message, at, extension);
            at += extension;
            headerSeen = true;
        }
        while (at < message.length) {
            require(message, at, 2);
            int fields = int16(message, at);
            at += 2;
            if (trailerSeen) {
                throw SourceFailures.damaged("something follows the end of its records");
            }
            if (fields == NO_MORE_RECORDS) {
                trailerSeen = true;
            } else if (fields == types.length) {
                at = record(message, at);
            } else {
                throw SourceFailures.damaged("a record has %d fields, not %d".formatted(fields, types.length));
            }
        }
    }

    private int record(byte[] message, int start) {
        int at = start;
        sink.beginRecord();
        for (int column = 0; column < types.length; column++) {
            require(message, at, 4);
            int length = int32(message, at);
            at += 4;
            if (length == NULL) {
                absent(column);
            } else {
                require(message, at, length);
                value(column, message, at, length);
                at += length;
            }
        }
        sink.endRecord(key);
        records++;
        return at;
    }

    private void absent(int column) {
        if (column == keyColumn) {
            throw SourceFailures.rejected("a record has no key: the view's key column must not hold nulls");
        }
        if (column == dateColumn) {
            key.putNoDate();
        }
        sink.nullValue(column);
    }

    private void value(int column, byte[] message, int at, int length) {
        switch (types[column]) {
            case TEXT -> {
                if (column == keyColumn) {
                    key.putKey(message, at, length);
                }
                sink.text(column, message, at, length);
            }
            case TIMESTAMPTZ -> {
                requireWidth(8, length);
                long micros = int64(message, at);
                if (column == dateColumn) {
                    key.putDate(micros);
                }
                sink.timestamp(column, micros);
            }
            case SMALLINT, INTEGER, BIGINT -> sink.integer(column, integer(message, at, length));
            case BOOLEAN -> {
                requireWidth(1, length);
                sink.bool(column, message[at] != 0);
            }
            case DOUBLE -> sink.decimal(column, message, at, length);
            // One byte before the text tells the format's version.
            case JSONB, TEXT_ARRAY -> {
                require(message, at, length == 0 ? -1 : length);
                sink.json(column, message, at + 1, length - 1);
            }
        }
    }

    /** The source's own width counts: a view may have a narrower type than the catalog. */
    private static long integer(byte[] message, int at, int length) {
        return switch (length) {
            case 2 -> int16(message, at);
            case 4 -> int32(message, at);
            case 8 -> int64(message, at);
            default -> throw SourceFailures.damaged("a number has %d bytes".formatted(length));
        };
    }

    /** A message holds whole records: one that ends within a record was cut, or is none. */
    private static void require(byte[] message, int at, int length) {
        if (length < 0 || length > message.length - at) {
            throw SourceFailures.damaged("a record is cut off");
        }
    }

    private static void requireWidth(int expected, int actual) {
        if (actual != expected) {
            throw SourceFailures.damaged("a value has %d bytes, not %d".formatted(actual, expected));
        }
    }

    private static int int16(byte[] bytes, int at) {
        return (short) ((bytes[at] << 8) | (bytes[at + 1] & 0xff));
    }

    private static int int32(byte[] bytes, int at) {
        return (bytes[at] << 24)
                | ((bytes[at + 1] & 0xff) << 16)
                | ((bytes[at + 2] & 0xff) << 8)
                | (bytes[at + 3] & 0xff);
    }

    private static long int64(byte[] bytes, int at) {
        return ((long) int32(bytes, at) << 32) | (int32(bytes, at + 4) & 0xffff_ffffL);
    }
}
