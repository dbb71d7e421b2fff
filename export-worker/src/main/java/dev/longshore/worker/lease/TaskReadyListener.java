package dev.longshore.worker.lease;

import dev.longshore.events.TaskReady;
import dev.longshore.platform.messaging.AvroCodec;
import dev.longshore.platform.messaging.UndecodableMessageException;
import dev.longshore.worker.lease.ClaimOutcome.Claimed;
import dev.longshore.worker.run.RunId;
import dev.longshore.worker.task.Lease;
import dev.longshore.worker.task.TaskId;
import dev.longshore.worker.task.WorkerId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicIdPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes tasks out of the share group: one message at a time, and only while a slot is free. The message is acknowledged
 * as soon as the claim in the database has answered, because from then on the lease covers the work: no message is held
 * while work goes on. A consumer whose acknowledgement is not confirmed is replaced by a new one; the message may then
 * come again, and the next claim answers that the task is taken. A message that is lost costs a short delay: the sweeper
 * tells of its task again.
 *
 * <p>Used by the thread of one loop; closing it is allowed once the loop has stopped.
 */
final class TaskReadyListener implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TaskReadyListener.class);
    private static final Duration SLOT_WAIT = Duration.ofMillis(200);
    private static final Duration POLL = Duration.ofMillis(500);

    private final ConsumerSource consumers;
    private final AvroCodec codec;
    private final TaskLedger ledger;
    private final TaskSlots slots;
    private final LeaseKeeper keeper;
    private final WorkerId worker;
    private final DeadLetters deadLetters;
    private final MeterRegistry meters;
    private @Nullable ShareConsumer<String, byte[]> consumer;

    /** Makes subscribed consumers. */
    @FunctionalInterface
    interface ConsumerSource {
        /** @throws KafkaException when the broker cannot be reached; the loop tries again */
        ShareConsumer<String, byte[]> subscribe();
    }

    /** Keeps what nobody can read. */
    @FunctionalInterface
    interface DeadLetters {
        /** @throws RuntimeException when the message could not be kept; it is then delivered again */
        void keep(ConsumerRecord<String, byte[]> message, RuntimeException cause);
    }

    TaskReadyListener(
            ConsumerSource consumers,
            AvroCodec codec,
            TaskLedger ledger,
            TaskSlots slots,
            LeaseKeeper keeper,
            WorkerId worker,
            DeadLetters deadLetters,
            MeterRegistry meters) {
        this.consumers = consumers;
        this.codec = codec;
        this.ledger = ledger;
        this.slots = slots;
        this.keeper = keeper;
        this.worker = worker;
        this.deadLetters = deadLetters;
        this.meters = meters;
    }

    /** Takes at most one task on. */
    boolean takeOne() throws InterruptedException {
        if (!slots.reserve(SLOT_WAIT)) {
            return true;
        }
        boolean started = false;
        try {
            ConsumerRecords<String, byte[]> messages = current().poll(POLL);
            for (ConsumerRecord<String, byte[]> message : messages) {
                // max.poll.records is 1: a second message would have no slot and goes back to the group.
                started = started ? release(message) : handle(message);
            }
        } catch (RuntimeException e) {
            // Also for the message's sake: a consumer that holds one unacknowledged can never poll again.
            close();
            throw e;
        } finally {
            if (!started) {
                slots.cancelReservation();
            }
        }
        return true;
    }

    private boolean release(ConsumerRecord<String, byte[]> message) {
        acknowledge(message, AcknowledgeType.RELEASE);
        return true;
    }

    private boolean handle(ConsumerRecord<String, byte[]> message) {
        RunId run;
        TaskId task;
        try {
            TaskReady ready = codec.decode(message.value(), TaskReady.class);
            run = new RunId(UUID.fromString(ready.getRunId()));
            task = new TaskId(UUID.fromString(ready.getTaskId()));
        } catch (UndecodableMessageException | IllegalArgumentException e) {
            deadLetters.keep(message, e);
            meters.counter("longshore.dead.letters", "topic", message.topic()).increment();
            acknowledge(message, AcknowledgeType.REJECT);
            return false;
        }
        long asked = keeper.nanos();
        ClaimOutcome outcome;
        try {
            outcome = ledger.claim(run, task, worker.value());
        } catch (RuntimeException e) {
            // Accepted all the same: the sweeper tells of the task again, a redelivery would only spin.
            acknowledge(message, AcknowledgeType.ACCEPT);
            throw e;
        }
        boolean started = outcome instanceof Claimed claimed && startOrGiveBack(claimed.lease(), asked);
        meters.counter("longshore.worker.claims", "outcome", outcome instanceof Claimed ? "claimed" : "taken")
                .increment();
        acknowledge(message, AcknowledgeType.ACCEPT);
        return started;
    }

    private boolean startOrGiveBack(Lease lease, long asked) {
        if (slots.start(lease, asked)) {
            return true;
        }
        ledger.giveBack(lease);
        return false;
    }

    /** Not confirmed means that the broker may hand the message out again and that this consumer cannot be trusted. */
    private void acknowledge(ConsumerRecord<String, byte[]> message, AcknowledgeType type) {
        try {
            ShareConsumer<String, byte[]> current = current();
            current.acknowledge(message, type);
            Map<TopicIdPartition, Optional<KafkaException>> answers = current.commitSync();
            boolean confirmed = !answers.isEmpty() && answers.values().stream().allMatch(Optional::isEmpty);
            if (!confirmed) {
                log.info("Acknowledgement of a task message was not confirmed, the consumer is replaced");
                close();
            }
        } catch (KafkaException | IllegalStateException e) {
            log.info("Acknowledgement of a task message failed, the consumer is replaced: cause={}", e.toString());
            close();
        }
    }

    private ShareConsumer<String, byte[]> current() {
        ShareConsumer<String, byte[]> present = consumer;
        if (present == null) {
            present = consumers.subscribe();
            consumer = present;
        }
        return present;
    }

    @Override
    public void close() {
        ShareConsumer<String, byte[]> closing = consumer;
        consumer = null;
        if (closing == null) {
            return;
        }
        try {
            closing.close(Duration.ofSeconds(2));
        } catch (KafkaException e) {
            log.debug("Closing a consumer failed", e);
        }
    }
}
