package dev.longshore.system;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.testing.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What an unreliable world does to a broker's messages: sends them again, or sends others. */
public record Messages(String bootstrapServers) {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** A process that is to become a member may have only just been started. */
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    /** Sends copies of messages, headers and all, in the given order; returns when the broker has them. */
    public void resend(Collection<ConsumerRecord<String, byte[]>> messages) {
        List<ProducerRecord<String, byte[]>> copies = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> message : messages) {
            copies.add(new ProducerRecord<>(
                    message.topic(), null, null, message.key(), message.value(), message.headers()));
        }
        send(copies);
    }

    /** Sends messages; returns when the broker has them. */
    public void send(Collection<ProducerRecord<String, byte[]>> messages) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (ProducerRecord<String, byte[]> message : messages) {
                producer.send(message).get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker refused a message", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until a consumer group has so many members and each has its partitions. */
    public void awaitMembers(String group, int members) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Eventually.within(LONGEST_START).holds("the group has its members", () -> {
                ConsumerGroupDescription description =
                        admin.describeConsumerGroups(List.of(group)).all().get().get(group);
                assertThat(requireNonNull(description).groupState()).isEqualTo(GroupState.STABLE);
                assertThat(description.members()).hasSize(members);
            });
        }
    }

    /** Waits until every ordinary consumer group has committed the ends of its partitions. */
    public void awaitAllRead() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Eventually.within(LIMIT)
                    .holds(
                            "every consumer group has read its topics to the end",
                            () -> assertThat(unread(admin)).isEmpty());
        }
    }

    private static List<String> unread(Admin admin) throws ExecutionException, InterruptedException {
        List<String> behind = new ArrayList<>();
        List<GroupListing> groups = admin.listGroups().all().get().stream()
                .filter(group -> group.type().filter(GroupType.SHARE::equals).isEmpty())
                .toList();
        assertThat(groups).as("consumer groups").isNotEmpty();
        for (GroupListing group : groups) {
            Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(group.groupId())
                    .partitionsToOffsetAndMetadata()
                    .get();
            Map<TopicPartition, ListOffsetsResultInfo> ends = endsOf(admin, read.keySet());
            read.forEach((partition, offset) -> {
                long end = requireNonNull(ends.get(partition)).offset();
                if (offset.offset() < end) {
                    behind.add("%s at %d of %d in %s".formatted(group.groupId(), offset.offset(), end, partition));
                }
            });
        }
        return behind;
    }

    private static Map<TopicPartition, ListOffsetsResultInfo> endsOf(Admin admin, Collection<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, OffsetSpec.latest()));
        return admin.listOffsets(wanted).all().get();
    }
}
