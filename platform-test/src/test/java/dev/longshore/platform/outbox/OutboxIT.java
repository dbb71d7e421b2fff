package dev.longshore.platform.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.events.TaskKind;
import dev.longshore.events.TaskReady;
import dev.longshore.platform.jdbi.JdbiConfiguration;
import dev.longshore.platform.messaging.AvroCodec;
import dev.longshore.platform.messaging.MessagingConfiguration;
import dev.longshore.platform.polling.PollingLoop;
import dev.longshore.platform.time.Ids;
import dev.longshore.testing.Eventually;
import dev.longshore.testing.KafkaExtension;
import dev.longshore.testing.PostgresExtension;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
        classes = OutboxIT.Service.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"spring.flyway.locations=classpath:db/platform", "longshore.outbox.poll-interval=1h"})
@DirtiesContext
class OutboxIT {
    private static final String TOPIC = "outbox-test";
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @RegisterExtension
    static final KafkaExtension kafka = new KafkaExtension();

    @Autowired
    private Outbox outbox;

    @Autowired
    private EncodedOutbox encodedOutbox;

    @Autowired
    private OutboxDao dao;

    @Autowired
    private KafkaTemplate<String, byte[]> template;

    @Autowired
    private AvroCodec codec;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private ConsumerFactory<String, byte[]> consumers;

    @Autowired
    @Qualifier("outboxRelayLoop")
    private PollingLoop relayLoop;

    private String topic = TOPIC;
    private Consumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> received = new ArrayList<>();

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({JdbiConfiguration.class, MessagingConfiguration.class, OutboxConfiguration.class})
    static class Service {}

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        postgres.register(registry);
        kafka.register(registry);
    }

    @BeforeEach
    void subscribe() {
        topic = TOPIC + "-" + Ids.timeOrdered(NOON);
        kafka.createTopics(topic);
        consumer = consumers.createConsumer("reader-" + topic, "");
        consumer.subscribe(List.of(topic));
    }

    @AfterEach
    void close() {
        consumer.close();
    }

    @Test
    void a_message_is_sent_after_its_transaction_has_committed() {
        UUID id = Ids.nameBased(topic, "first");

        inTransaction(() -> outbox.append(new OutboxMessage(id, topic, "run-1", message(1), Map.of("ce_id", "x"))));

        Eventually.that("the message arrives", () -> assertThat(poll()).hasSize(1));
        ConsumerRecord<String, byte[]> message = received.get(0);
        assertThat(message.key()).isEqualTo("run-1");
        assertThat(codec.decode(message.value(), TaskReady.class)).isEqualTo(message(1));
        assertThat(header(message, "event-id")).isEqualTo(id.toString());
        assertThat(header(message, "ce_id")).isEqualTo("x");
        Eventually.that("the outbox is empty", () -> assertThat(dao.count()).isZero());
    }

    @Test
    void a_message_that_is_sent_again_keeps_bytes_that_no_schema_of_today_would_give() {
        UUID id = Ids.nameBased(topic, "again");
        byte[] bytes = {0, 1, 2, 3, 4, 5};
        EncodedMessage message = new EncodedMessage(id, topic, "run-1", bytes, Map.of("ce_id", "x"));
        assertThatThrownBy(() -> encodedOutbox.appendEncoded(message)).isInstanceOf(IllegalStateException.class);

        inTransaction(() -> encodedOutbox.appendEncoded(message));

        Eventually.that("the message arrives", () -> assertThat(poll()).hasSize(1));
        assertThat(received.get(0).value()).isEqualTo(bytes);
        assertThat(received.get(0).key()).isEqualTo("run-1");
        assertThat(header(received.get(0), "event-id")).isEqualTo(id.toString());
        assertThat(header(received.get(0), "ce_id")).isEqualTo("x");
    }

    @Test
    void nothing_is_sent_for_a_transaction_that_rolled_back() {
        assertThatThrownBy(() -> inTransaction(() -> {
                    append("run-1", 1);
                    throw new IllegalStateException("as scripted");
                }))
                .hasMessage("as scripted");
        inTransaction(() -> append("run-1", 2));

        Eventually.that("the later message arrives", () -> assertThat(poll()).isNotEmpty());
        assertThat(attempts(received)).containsExactly(2);
    }

    @Test
    void a_message_outside_of_a_transaction_is_refused() {
        assertThatThrownBy(() -> append("run-1", 1)).isInstanceOf(IllegalStateException.class);
        assertThat(dao.count()).isZero();
    }

    @Test
    void a_relay_that_dies_between_confirmation_and_removal_sends_again_and_loses_nothing() {
        relayLoop.stop();
        try {
            inTransaction(() -> IntStream.rangeClosed(1, 20).forEach(n -> append("run-1", n)));
            OutboxRelay relay = new OutboxRelay(
                    dao,
                    template,
                    new TransactionTemplate(transactions),
                    new OutboxProperties(Duration.ofHours(1), Duration.ofSeconds(15)));

            assertThatThrownBy(() -> inTransaction(() -> {
                        TransactionSynchronizationManager.registerSynchronization(dyingBeforeCommit());
                        relay.relayBatch();
                    }))
                    .hasMessage("killed");
            assertThat(dao.count()).isEqualTo(20);
            while (relay.relayBatch()) {
                assertThat(dao.count()).isPositive();
            }
        } finally {
            relayLoop.start();
        }

        Eventually.that("all messages came twice", () -> assertThat(poll()).hasSize(40));
        assertThat(attempts(received).subList(0, 20))
                .isEqualTo(attempts(received).subList(20, 40));
        assertThat(dao.count()).isZero();
    }

    @Test
    void a_relay_that_stands_still_loses_its_turn_to_another() throws Exception {
        relayLoop.stop();
        inTransaction(() -> append("run-1", 1));
        CountDownLatch stands = new CountDownLatch(1);
        CountDownLatch goesOn = new CountDownLatch(1);
        OutboxRelay frozen = new OutboxRelay(
                dao,
                standingStill(stands, goesOn),
                new TransactionTemplate(transactions),
                new OutboxProperties(Duration.ofHours(1), Duration.ZERO));
        FutureTask<Boolean> batch = new FutureTask<>(frozen::relayBatch);
        new Thread(batch).start();
        stands.await();
        relayLoop.start();

        Eventually.within(Duration.ofSeconds(20))
                .holds("another relay sends it", () -> assertThat(poll()).isNotEmpty());
        goesOn.countDown();
        assertThatThrownBy(batch::get).as("its transaction is gone").isInstanceOf(ExecutionException.class);
        assertThat(dao.count()).isZero();
    }

    private KafkaTemplate<String, byte[]> standingStill(CountDownLatch stands, CountDownLatch goesOn) {
        return new KafkaTemplate<>(template.getProducerFactory()) {
            @Override
            public CompletableFuture<SendResult<String, byte[]>> send(ProducerRecord<String, byte[]> message) {
                stands.countDown();
                try {
                    goesOn.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return super.send(message);
            }
        };
    }

    @Test
    void messages_of_one_key_keep_their_order_though_many_threads_write_and_two_relays_send() throws Exception {
        int keys = 4;
        int messages = 50;
        PollingLoop second = secondRelay();
        second.start();
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> writers = IntStream.range(0, keys)
                .mapToObj(key -> new Thread(() -> writeInOrder(start, second, "run-" + key, messages)))
                .toList();
        writers.forEach(Thread::start);
        start.countDown();
        for (Thread writer : writers) {
            writer.join();
        }

        Eventually.that(
                "all messages arrive", () -> assertThat(distinct(poll())).hasSize(keys * messages));
        second.stop();
        for (int key = 0; key < keys; key++) {
            String name = "run-" + key;
            assertThat(attempts(received.stream()
                                    .filter(m -> m.key().equals(name))
                                    .toList())
                            .stream()
                            .distinct()
                            .toList())
                    .isEqualTo(IntStream.rangeClosed(1, messages).boxed().toList());
        }
    }

    private void writeInOrder(CountDownLatch start, PollingLoop otherRelay, String key, int messages) {
        try {
            start.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        for (int n = 1; n <= messages; n++) {
            int attempt = n;
            inTransaction(() -> append(key, attempt));
            otherRelay.wake();
        }
    }

    private PollingLoop secondRelay() {
        OutboxRelay relay = new OutboxRelay(
                dao,
                template,
                new TransactionTemplate(transactions),
                new OutboxProperties(Duration.ofMillis(1), Duration.ofSeconds(15)));
        return new PollingLoop("second-relay", Duration.ofMillis(1), relay::relayBatch, new SimpleMeterRegistry());
    }

    private static TransactionSynchronization dyingBeforeCommit() {
        return new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                throw new IllegalStateException("killed");
            }
        };
    }

    private void append(String key, int attempt) {
        outbox.append(
                OutboxMessage.of(Ids.nameBased(topic, key, String.valueOf(attempt)), topic, key, message(attempt)));
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    private List<ConsumerRecord<String, byte[]>> poll() {
        consumer.poll(Duration.ofMillis(100)).forEach(received::add);
        return received;
    }

    private List<Integer> attempts(List<ConsumerRecord<String, byte[]>> messages) {
        return messages.stream()
                .map(message -> codec.decode(message.value(), TaskReady.class).getAttempt())
                .toList();
    }

    private static Set<String> distinct(List<ConsumerRecord<String, byte[]>> messages) {
        Set<String> ids = new LinkedHashSet<>();
        messages.forEach(message -> ids.add(header(message, "event-id")));
        return ids;
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), UTF_8);
    }

    private static TaskReady message(int attempt) {
        return TaskReady.newBuilder()
                .setRunId("run")
                .setTaskId("task")
                .setKind(TaskKind.EXPORT)
                .setAttempt(attempt)
                .setReadyAt(NOON)
                .build();
    }
}
