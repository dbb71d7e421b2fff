package dev.longshore.platform.outbox;

import dev.longshore.platform.outbox.OutboxDao.OutboxRow;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what the outbox holds, oldest first, and removes what the broker confirmed.
 *
 * <p>One relay of a schema is active at a time (an advisory lock); others wait for their turn, so that a message that
 * was committed while another batch was under way is not left to the next poll. A crash between the confirmation and
 * the removal sends a message again. When a message is not confirmed, it and all later ones of the batch stay and are
 * sent again: nothing is lost, and what comes twice is dropped by its consumer. The transaction that waits for the
 * broker has written nothing yet and therefore holds no transaction id, so it delays no window of an export.
 */
final class OutboxRelay {
    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 500;
    private static final Duration BEYOND_CONFIRMATION = Duration.ofSeconds(5);
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final OutboxDao dao;
    private final KafkaTemplate<String, byte[]> kafka;
    private final TransactionTemplate transaction;
    private final long confirmationSeconds;
    private final String longestStandstill;

    OutboxRelay(
            OutboxDao dao,
            KafkaTemplate<String, byte[]> kafka,
            TransactionTemplate transaction,
            OutboxProperties properties) {
        this.dao = dao;
        this.kafka = kafka;
        this.transaction = transaction;
        this.confirmationSeconds = properties.confirmationTimeout().toSeconds();
        this.longestStandstill = Long.toString(
                properties.confirmationTimeout().plus(BEYOND_CONFIRMATION).toMillis());
    }

    /** @return whether there is more to send at once */
    boolean relayBatch() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!hasTurn()) {
                status.setRollbackOnly();
                return true;
            }
            List<OutboxRow> rows = dao.findOldest(BATCH);
            if (rows.isEmpty()) {
                return false;
            }
            List<OutboxRow> confirmed = send(rows);
            dao.delete(confirmed.stream().mapToLong(OutboxRow::id).toArray());
            if (confirmed.size() < rows.size()) {
                log.warn(
                        "The broker did not confirm all messages, the rest is sent again: confirmed={} waiting={}",
                        confirmed.size(),
                        rows.size() - confirmed.size());
                return false;
            }
            return rows.size() == BATCH;
        }));
    }

    private boolean hasTurn() {
        try {
            dao.limitWait();
            dao.limitStandstill(longestStandstill);
            dao.lock();
            return true;
        } catch (UnableToExecuteStatementException e) {
            if (e.getCause() instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    /** @return the leading rows that the broker confirmed */
    private List<OutboxRow> send(List<OutboxRow> rows) {
        List<CompletableFuture<SendResult<String, byte[]>>> sent = new ArrayList<>(rows.size());
        for (OutboxRow row : rows) {
            sent.add(kafka.send(messageOf(row)));
        }
        List<OutboxRow> confirmed = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            if (!isConfirmed(sent.get(i))) {
                break;
            }
            confirmed.add(rows.get(i));
        }
        return confirmed;
    }

    private boolean isConfirmed(CompletableFuture<SendResult<String, byte[]>> sent) {
        try {
            sent.get(confirmationSeconds, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            log.debug("Not confirmed", e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static ProducerRecord<String, byte[]> messageOf(OutboxRow row) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(row.topic(), row.messageKey(), row.payload());
        message.headers().add("event-id", row.eventId().toString().getBytes(StandardCharsets.UTF_8));
        HeaderText.parse(row.headers())
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }
}
