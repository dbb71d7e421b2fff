package dev.longshore.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.TaskKind;
import dev.longshore.events.TaskReady;
import dev.longshore.testing.Eventually;
import dev.longshore.testing.KafkaExtension;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        classes = ListenerFailuresIT.Service.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "spring.autoconfigure.exclude="
                + "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
                + "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration")
@DirtiesContext
class ListenerFailuresIT {
    private static final String TOPIC = "listener-test";

    @RegisterExtension
    static final KafkaExtension kafka = new KafkaExtension();

    @Autowired
    private KafkaTemplate<String, byte[]> template;

    @Autowired
    private AvroCodec codec;

    @Autowired
    private Recorder recorder;

    @Autowired
    private ConsumerFactory<String, byte[]> consumers;

    @Autowired
    private MeterRegistry meters;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(MessagingConfiguration.class)
    static class Service {
        @Bean
        KafkaAdmin.NewTopics topics() {
            return TopicDeclarations.withDeadLetters(TOPIC, 1, Map.of());
        }

        @Bean
        Recorder recorder(AvroCodec codec) {
            return new Recorder(codec);
        }
    }

    /** Applies messages; the attempt number of a message tells how often it fails before, and as what. */
    static class Recorder {
        private final AvroCodec codec;
        private final List<String> applied = new CopyOnWriteArrayList<>();
        private final Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();

        Recorder(AvroCodec codec) {
            this.codec = codec;
        }

        @KafkaListener(topics = TOPIC, groupId = "recorder")
        void on(ConsumerRecord<String, byte[]> message) {
            TaskReady ready = codec.decode(message.value(), TaskReady.class);
            int tried = tries.computeIfAbsent(ready.getTaskId(), id -> new AtomicInteger())
                    .incrementAndGet();
            if (ready.getRunId().equals("outage") && tried <= ready.getAttempt()) {
                throw new DataAccessResourceFailureException("the database is away, as scripted");
            }
            if (ready.getRunId().equals("defect")) {
                throw new IllegalStateException("a defect, as scripted");
            }
            applied.add(ready.getTaskId());
        }
    }

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        kafka.register(registry);
    }

    @Test
    void a_poison_message_and_a_defect_go_to_the_dead_letters_and_an_outage_is_waited_out() {
        send(message("good", "first", 0));
        template.send(TOPIC, "poison", "not avro at all".getBytes(UTF_8)).join();
        send(message("defect", "broken", 0));
        send(message("outage", "patient", 3));
        send(message("good", "last", 0));

        Eventually.that(
                "all readable messages are applied, in order",
                () -> assertThat(recorder.applied).containsExactly("first", "patient", "last"));
        assertThat(recorder.tries.get("broken")).hasValue(3);
        assertThat(recorder.tries.get("patient")).hasValue(4);

        List<ConsumerRecord<String, byte[]>> letters = deadLetters(2);
        assertThat(letters.get(0).value()).isEqualTo("not avro at all".getBytes(UTF_8));
        assertThat(cause(letters.get(0))).isEqualTo(UndecodableMessageException.class.getName());
        assertThat(cause(letters.get(1))).isEqualTo(IllegalStateException.class.getName());
        assertThat(meters.counter("longshore.dead.letters", "topic", TOPIC).count())
                .isEqualTo(2);
    }

    private List<ConsumerRecord<String, byte[]>> deadLetters(int expected) {
        List<ConsumerRecord<String, byte[]>> letters = new ArrayList<>();
        try (Consumer<String, byte[]> reader = consumers.createConsumer("letter-reader", "")) {
            reader.subscribe(List.of(TOPIC + TopicDeclarations.DEAD_LETTER_SUFFIX));
            Eventually.that("the dead letters arrive", () -> {
                reader.poll(Duration.ofMillis(100)).forEach(letters::add);
                assertThat(letters).hasSize(expected);
            });
        }
        return letters;
    }

    private void send(TaskReady message) {
        template.send(TOPIC, message.getRunId(), codec.encode(TOPIC, message)).join();
    }

    private static String cause(ConsumerRecord<String, byte[]> letter) {
        return new String(letter.headers().lastHeader("dead-letter-cause").value(), UTF_8);
    }

    private static TaskReady message(String run, String task, int attempt) {
        return TaskReady.newBuilder()
                .setRunId(run)
                .setTaskId(task)
                .setKind(TaskKind.EXPORT)
                .setAttempt(attempt)
                .setReadyAt(Instant.parse("2026-11-23T12:00:00Z"))
                .build();
    }
}
