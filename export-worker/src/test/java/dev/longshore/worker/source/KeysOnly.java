package dev.longshore.worker.source;

import java.util.List;

/** Collects the keys of records, and is otherwise not interested. */
class KeysOnly implements RecordSink {
    private final List<String> keys;

    KeysOnly(List<String> keys) {
        this.keys = keys;
    }

    @Override
    public void beginRecord() {}

    @Override
    public void nullValue(int column) {}

    @Override
    public void integer(int column, long value) {}

    @Override
    public void bool(int column, boolean value) {}

    @Override
    public void decimal(int column, byte[] buffer, int offset, int length) {}

    @Override
    public void timestamp(int column, long micros) {}

    @Override
    public void text(int column, byte[] buffer, int offset, int length) {}

    @Override
    public void json(int column, byte[] buffer, int offset, int length) {}

    @Override
    public void endRecord(RecordKey key) {
        keys.add(key.key());
    }
}
