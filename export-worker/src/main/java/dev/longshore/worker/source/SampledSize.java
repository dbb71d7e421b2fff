package dev.longshore.worker.source;

import dev.longshore.worker.catalog.Column;
import java.util.List;

/** Measures about how many bytes records take with their names, for a first idea of a run's size. */
final class SampledSize implements RecordSink {
    /** Quotes, colon and comma around names, and the average of numbers and words. */
    private static final int PER_FIELD = 6;

    private static final int PER_TIMESTAMP = 24;

    private final long namesPerRecord;
    private long records;
    private long bytes;

    SampledSize(List<Column> columns) {
        this.namesPerRecord = columns.stream()
                .mapToLong(column -> column.name().length() + PER_FIELD)
                .sum();
    }

    /** Bytes that so many records take by what was measured; 0 when nothing was. */
    long of(long expectedRecords) {
        return records == 0 ? 0 : Math.round((double) bytes / records * expectedRecords);
    }

    @Override
    public void beginRecord() {
        records++;
        bytes += namesPerRecord;
    }

    @Override
    public void nullValue(int column) {
        bytes += 2;
    }

    @Override
    public void integer(int column, long value) {
        bytes += 2;
    }

    @Override
    public void bool(int column, boolean value) {
        bytes += 2;
    }

    @Override
    public void decimal(int column, byte[] buffer, int offset, int length) {
        bytes += length;
    }

    @Override
    public void timestamp(int column, long micros) {
        bytes += PER_TIMESTAMP;
    }

    @Override
    public void text(int column, byte[] buffer, int offset, int length) {
        bytes += length;
    }

    @Override
    public void json(int column, byte[] buffer, int offset, int length) {
        bytes += length;
    }

    @Override
    public void endRecord(RecordKey key) {
        // Everything was counted field by field.
    }
}
