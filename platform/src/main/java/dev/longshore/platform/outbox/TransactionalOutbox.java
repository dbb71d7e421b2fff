package dev.longshore.platform.outbox;

import dev.longshore.platform.messaging.AvroCodec;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The outbox in the service's own database. */
final class TransactionalOutbox implements Outbox {
    private final OutboxDao dao;
    private final AvroCodec codec;
    private final Supplier<Runnable> wakeRelay;

    TransactionalOutbox(OutboxDao dao, AvroCodec codec, Supplier<Runnable> wakeRelay) {
        this.dao = dao;
        this.codec = codec;
        this.wakeRelay = wakeRelay;
    }

    @Override
    public void append(OutboxMessage message) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "A message for %s outside of a transaction: it could be sent for a change that "
                                    .formatted(message.topic())
                            + "never commits");
        }
        dao.insert(
                message.id(),
                message.topic(),
                message.key(),
                codec.encode(message.topic(), message.payload()),
                HeaderText.format(message.headers()));
        wakeRelayAfterCommit();
    }

    private void wakeRelayAfterCommit() {
        boolean registered =
                TransactionSynchronizationManager.getSynchronizations().stream().anyMatch(WakeRelay.class::isInstance);
        if (!registered) {
            TransactionSynchronizationManager.registerSynchronization(new WakeRelay(wakeRelay));
        }
    }

    private record WakeRelay(Supplier<Runnable> wakeRelay) implements TransactionSynchronization {
        @Override
        public void afterCommit() {
            wakeRelay.get().run();
        }
    }
}
