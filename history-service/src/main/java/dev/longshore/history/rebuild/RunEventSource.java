package dev.longshore.history.rebuild;

import dev.longshore.events.Topics;
import dev.longshore.history.rebuild.Batch.Message;
import dev.longshore.history.rebuild.RebuildDao.Extent;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Reads {@code run-events} from any offset, apart from the group of the listeners. Used by one thread at a time; a
 * connection is held between the first reading and {@link #close}.
 */
class RunEventSource {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int FETCH_WAIT_MILLIS = 50;

    private final ConsumerFactory<String, byte[]> consumers;
    private final int most;

    private @Nullable Consumer<String, byte[]> open;
    private @Nullable Integer partition;
    private long offset;

    /** @param most messages in one batch */
    RunEventSource(ConsumerFactory<String, byte[]> consumers, int most) {
        this.consumers = consumers;
        this.most = most;
    }

    /** What the topic holds now, by partition; empty when there is no such topic. */
    List<Extent> extent() {
        Consumer<String, byte[]> consumer = consumer();
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.RUN_EVENTS, PATIENCE).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions, PATIENCE);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
        return partitions.stream()
                .map(each -> new Extent(
                        each.partition(),
                        Objects.requireNonNull(begins.get(each)),
                        Objects.requireNonNull(ends.get(each))))
                .sorted(Comparator.comparingInt(Extent::partition))
                .toList();
    }

    /** The messages from an offset on; none when the broker had none in time, which is no reason to give up. */
    Batch read(Position position) {
        TopicPartition assigned = new TopicPartition(Topics.RUN_EVENTS, position.partition());
        Consumer<String, byte[]> consumer = consumer();
        if (!Integer.valueOf(position.partition()).equals(partition)) {
            consumer.assign(Set.of(assigned));
            partition = position.partition();
            consumer.seek(assigned, position.nextOffset());
        } else if (offset != position.nextOffset()) {
            consumer.seek(assigned, position.nextOffset());
        }
        List<Message> messages = consumer.poll(Duration.ofSeconds(1)).records(assigned).stream()
                .map(message -> new Message(message.offset(), message.value()))
                .toList();
        offset = consumer.position(assigned, PATIENCE);
        return new Batch(position.partition(), messages, offset);
    }

    void close() {
        Consumer<String, byte[]> closing = open;
        open = null;
        partition = null;
        if (closing != null) {
            closing.close();
        }
    }

    private Consumer<String, byte[]> consumer() {
        Consumer<String, byte[]> consumer = open;
        if (consumer == null) {
            Properties settings = new Properties();
            settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, most);
            // The next partition waits for an answer about the one before, which may have nothing more to say.
            settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS);
            settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(PATIENCE.toMillis()));
            consumer = consumers.createConsumer(null, null, "-rebuild", settings);
            open = consumer;
        }
        return consumer;
    }
}
