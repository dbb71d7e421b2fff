package dev.longshore.scheduler.firing;

import dev.longshore.scheduler.run.FiringSignal;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes the scanner when the current transaction has committed: before that, it would find nothing. */
record AfterCommitSignal(Runnable wake) implements FiringSignal {
    @Override
    public void mayBeDue() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wake.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake.run();
            }
        });
    }
}
