package dev.longshore.worker.format;

import dev.longshore.worker.source.RecordKey;

/**
 * Collects encoded records and hands them on in blocks of about {@link #TARGET} bytes that end where a record ends. Its memory
 * is fixed: a record that does not fit is handed on in parts. Where blocks end depends on the records alone.
 */
final class BlockBuffer {
    /** A block is handed on at the first end of a record from here on. */
    static final int TARGET = 1 << 20;

    private static final int CAPACITY = 2 * TARGET;

    /** Largest piece of room that can be asked for. */
    static final int MOST_ROOM = TARGET / 2;

    /** Bytes of the block so far; encoders write here directly and move {@link #length}. */
    final byte[] bytes = new byte[CAPACITY];

    int length;

    private final BlockSink sink;
    private final RecordKey first = new RecordKey();
    private final RecordKey last = new RecordKey();
    private int records;
    private int recordStart;
    private boolean partsHandedOn;

    BlockBuffer(BlockSink sink) {
        this.sink = sink;
    }

    /** Makes room for that many bytes, at most {@link #MOST_ROOM}. Afterwards {@link #length} may be another. */
    void room(int needed) {
        if (CAPACITY - length < needed) {
            makeRoom(needed);
        }
    }

    void beginRecord() {
        recordStart = length;
    }

    void endRecord(RecordKey key) {
        if (partsHandedOn) {
            sink.block(bytes, length, 1, key, key);
            partsHandedOn = false;
            length = 0;
            return;
        }
        if (records == 0) {
            first.copyFrom(key);
        }
        last.copyFrom(key);
        records++;
        if (length >= TARGET) {
            handOnRecords(length);
        }
    }

    /** Hands on what is left after the last record. */
    void finish() {
        if (records > 0) {
            handOnRecords(length);
        }
    }

    private void makeRoom(int needed) {
        if (records > 0) {
            handOnRecords(recordStart);
        }
        if (CAPACITY - length < needed) {
            sink.block(bytes, length, 0, first, last);
            partsHandedOn = true;
            length = 0;
        }
    }

    /** Hands on the whole records, and moves the beginning of the one that is being written to the front. */
    private void handOnRecords(int end) {
        sink.block(bytes, end, records, first, last);
        System.arraycopy(bytes, end, bytes, 0, length - end);
        length -= end;
        records = 0;
        recordStart = 0;
    }
}
