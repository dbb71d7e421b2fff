package dev.longshore.history.stream;

import dev.longshore.history.ingest.RunChanged;
import dev.longshore.platform.polling.PollingLoop;
import org.springframework.transaction.event.TransactionalEventListener;

/** Has the streams look right after a projection of this instance is committed, and after a stream was opened. */
class StreamWaker {
    private final PollingLoop streamLoop;

    StreamWaker(PollingLoop streamLoop) {
        this.streamLoop = streamLoop;
    }

    @TransactionalEventListener
    void on(RunChanged change) {
        wake();
    }

    void wake() {
        streamLoop.wake();
    }
}
