package dev.longshore.history.artifact;

import dev.longshore.platform.polling.PollingLoop;
import org.springframework.transaction.event.TransactionalEventListener;

/** Has the files of deleted artifacts removed right after the deletion is committed. */
class RemovalWaker {
    private final PollingLoop removalLoop;

    RemovalWaker(PollingLoop removalLoop) {
        this.removalLoop = removalLoop;
    }

    @TransactionalEventListener
    void on(ArtifactsDeletedEvent deleted) {
        removalLoop.wake();
    }
}
