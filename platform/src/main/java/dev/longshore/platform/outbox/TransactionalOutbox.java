package dev.longshore.platform.outbox;

import dev.longshore.platform.messaging.AvroCodec;
import dev.longshore.platform.outbox.OutboxDao.NewRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The outbox in the service's own database. The messages of a transaction are written together just before it commits, so
 * that a thousand of them cost one message to the server; nothing may be appended later than that.
 */
final class TransactionalOutbox implements Outbox, EncodedOutbox {
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
        requireTransaction(message.topic());
        insert(
                message.id(),
                message.topic(),
                message.key(),
                codec.encode(message.topic(), message.payload()),
                message.headers());
    }

    @Override
    public void appendEncoded(EncodedMessage message) {
        requireTransaction(message.topic());
        insert(message.id(), message.topic(), message.key(), message.payload(), message.headers());
    }

    private static void requireTransaction(String topic) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "A message for %s outside of a transaction: it could be sent for a change that ".formatted(topic)
                            + "never commits");
        }
    }

    private void insert(UUID id, String topic, String key, byte[] payload, Map<String, String> headers) {
        waitingMessages().add(new NewRow(id, topic, key, payload, HeaderText.format(headers)));
    }

    private WaitingMessages waitingMessages() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(WaitingMessages.class::isInstance)
                .map(WaitingMessages.class::cast)
                .findFirst()
                .orElseGet(() -> {
                    WaitingMessages first = new WaitingMessages();
                    TransactionSynchronizationManager.registerSynchronization(first);
                    return first;
                });
    }

    /** The messages of one transaction: written with its last statement, sent after its commit. */
    private final class WaitingMessages implements TransactionSynchronization {
        private final List<NewRow> rows = new ArrayList<>();

        void add(NewRow row) {
            rows.add(row);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            dao.insertAll(rows);
        }

        @Override
        public void afterCommit() {
            wakeRelay.get().run();
        }
    }
}
