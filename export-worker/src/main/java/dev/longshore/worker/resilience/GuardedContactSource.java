package dev.longshore.worker.resilience;

import dev.longshore.worker.source.ChunkPlan;
import dev.longshore.worker.source.ContactSource;
import dev.longshore.worker.source.KeyRange;
import dev.longshore.worker.source.RecordSink;
import dev.longshore.worker.source.Selection;
import dev.longshore.worker.source.StopSignal;

/** A source behind its guard. Reading is not repeated here: the sink has seen records by then. */
final class GuardedContactSource implements ContactSource {
    private final ContactSource source;
    private final CallGuard guard;

    GuardedContactSource(ContactSource source, CallGuard guard) {
        this.source = source;
        this.guard = guard;
    }

    @Override
    public void check(Selection selection) {
        guard.repeatable(() -> source.check(selection));
    }

    @Override
    public ChunkPlan plan(Selection selection, int keysPerChunk, StopSignal stop) {
        return guard.repeatable(() -> source.plan(selection, keysPerChunk, stop));
    }

    @Override
    public long read(Selection selection, KeyRange range, RecordSink sink, StopSignal stop) {
        return guard.once(() -> source.read(selection, range, sink, stop));
    }

    @Override
    public void close() {
        source.close();
    }
}
