package dev.longshore.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.ExportTotals;
import dev.longshore.events.Topics;
import dev.longshore.system.Export;
import dev.longshore.system.Installation;
import dev.longshore.system.Messages;
import dev.longshore.system.ServiceContext;
import dev.longshore.testing.Eventually;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Messages that nobody can read go to the dead letters with their cause, and the next good ones are worked on. */
@Tag("fault")
@SuppressWarnings("try") // Workers are there to work; nobody speaks to them.
class PoisonFaultIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Topics that a part of the product reads, with their partitions. */
    private static final Map<String, Integer> READ_TOPICS =
            Map.of(Topics.RUN_COMMANDS, 4, Topics.RUN_EVENTS, 4, Topics.PROGRESS, 4, Topics.TASKS, 1);

    @RegisterExtension
    static final Installation longshore =
            Installation.withInteractions(1_000, Map.of("longshore.worker.untaken-after", "1s"));

    @Test
    void poison_on_any_topic_goes_to_its_dead_letters_and_blocks_nobody() {
        Messages messages = new Messages(longshore.bootstrapServers());
        try (ServiceContext worker = longshore.startWorker(Map.of())) {
            String jobId = longshore.api().createJob("""
                    {"title": "Poison", "source": "CONTACT_HISTORY", "type": "INTERACTION",
                     "schedule": {"kind": "MONTHLY", "dayOfMonth": 1, "at": "00:00"}, "dateRange": {"kind": "ALL"},
                     "output": {"format": "JSON_LINES", "compression": "NONE"}}
                    """).get("id").asString();
            longshore.api().awaitCompleted(longshore.api().runNow(jobId), LIMIT);

            READ_TOPICS.forEach((topic, partitions) -> messages.send(poison(topic, partitions)));

            READ_TOPICS.forEach((topic, partitions) -> {
                int poisonous = poison(topic, partitions).size();
                Eventually.within(LIMIT).holds("dead letters of " + topic, () -> assertDeadLetters(topic, poisonous));
            });
            String runId = longshore.api().runNow(jobId);
            longshore.api().awaitCompleted(runId, LIMIT);
            Export.of(longshore, runId).requireSums();
            messages.awaitAllRead();
        }
    }

    /** A topic with two consumers (run-events) has each message there twice. */
    private static void assertDeadLetters(String topic, int poisonous) {
        List<ConsumerRecord<String, byte[]>> letters = longshore.topics().read(topic + Topics.DEAD_LETTER_SUFFIX);
        assertThat(letters).hasSizeGreaterThanOrEqualTo(poisonous).allSatisfy(letter -> {
            assertThat(letter.key()).isEqualTo("poison");
            assertThat(letter.headers().lastHeader("dead-letter-cause")).isNotNull();
            assertThat(letter.headers().lastHeader("dead-letter-message")).isNotNull();
        });
    }

    /**
     * A message without a value in every partition; in one also no bytes, text, an id that no schema has, and a well-made
     * message of another kind.
     */
    private static List<ProducerRecord<String, byte[]>> poison(String topic, int partitions) {
        List<byte[]> payloads = List.of(
                new byte[0],
                "not a message of ours".getBytes(StandardCharsets.UTF_8),
                new byte[] {0, 0x7f, 0, 0, 1, 2, 3},
                longshore.codec().encode("longshore.test", new ExportTotals(1, 2L, 3L)));
        List<ProducerRecord<String, byte[]>> poison = new ArrayList<>();
        for (byte[] payload : payloads) {
            poison.add(new ProducerRecord<>(topic, 0, "poison", payload));
        }
        for (int partition = 0; partition < partitions; partition++) {
            poison.add(new ProducerRecord<>(topic, partition, "poison", null));
        }
        return poison;
    }
}
