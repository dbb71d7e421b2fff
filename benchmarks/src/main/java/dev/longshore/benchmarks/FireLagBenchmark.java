package dev.longshore.benchmarks;

import dev.longshore.events.RunCommand;
import dev.longshore.events.RunCommandKind;
import dev.longshore.events.Topics;
import dev.longshore.platform.messaging.AvroCodec;
import dev.longshore.platform.messaging.HttpSchemaRegistry;
import dev.longshore.platform.messaging.HttpSchemaRegistry.Registration;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * How long after its fire time the command to start a run can be read from the topic, when thousands of jobs are due in the
 * same second. One scheduler with all its parts in this JVM, beside a durable database server and a broker on disk.
 */
public final class FireLagBenchmark {
    private static final int JOBS = 10_000;
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(50);
    private static final Duration POLL = Duration.ofMillis(5);

    private final SchedulerAlone scheduler;
    private final KafkaConsumer<String, byte[]> consumer;
    private final AvroCodec codec;

    private FireLagBenchmark(SchedulerAlone scheduler) {
        this.scheduler = scheduler;
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", scheduler.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        this.codec = new AvroCodec(
                new HttpSchemaRegistry(scheduler.registry(), Registration.AUTOMATIC, Duration.ofSeconds(5)));
    }

    /** @param arguments {@code --rows N} jobs that are due in the same second (3,000), {@code --rounds N} (3), {@code --home DIR} */
    public static void main(String[] arguments) throws Exception {
        Options options = Options.parse(arguments, 3_000, 3);
        try (SchedulerAlone scheduler = SchedulerAlone.start(options.home())) {
            new FireLagBenchmark(scheduler).measure((int) options.rows(), options.rounds());
        }
    }

    /** The rounds are the full minutes that come next; the jobs of no round are due at other times. */
    private void measure(int due, int rounds) throws Exception {
        Instant first = now().plusSeconds(20).truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        for (int round = 0; round < rounds; round++) {
            scheduler.createJobs(minuteOf(first.plus(round, ChronoUnit.MINUTES)), due);
        }
        scheduler.createJobs(minuteOf(first.minus(20, ChronoUnit.MINUTES)), Math.max(1, JOBS - rounds * due));
        System.out.printf(
                Locale.ROOT, "%,d active jobs, %,d of them due in the same second%n", scheduler.countJobs(), due);
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.RUN_COMMANDS).stream()
                .map(partition -> new TopicPartition(Topics.RUN_COMMANDS, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        List<Long> warm = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            List<Long> lags = lagsOf(first.plus(round, ChronoUnit.MINUTES), due);
            print("minute " + (round + 1) + (round == 0 ? ", the first of the process" : ""), lags);
            if (round > 0) {
                warm.addAll(lags);
            }
        }
        print("all but the first", warm);
    }

    /** Milliseconds from the fire time until the consumer has the command, of every run. */
    private List<Long> lagsOf(Instant fireTime, int due) {
        List<Long> lags = new ArrayList<>();
        while (lags.size() < due) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                Instant arrived = now();
                RunCommand command = codec.decode(record.value(), RunCommand.class);
                if (command.getKind() == RunCommandKind.START_RUN
                        && command.getStartRun()
                                .getSpecification()
                                .getFireTime()
                                .equals(fireTime)) {
                    lags.add(Duration.between(fireTime, arrived).toMillis());
                }
            }
            if (now().isAfter(fireTime.plus(LONGEST_ROUND))) {
                throw new IllegalStateException("%d of %d runs of %s were started within %s"
                        .formatted(lags.size(), due, fireTime, LONGEST_ROUND));
            }
        }
        return lags;
    }

    private static Instant now() {
        return InstantSource.system().instant();
    }

    private static int minuteOf(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).getMinute();
    }

    private static void print(String what, List<Long> millis) {
        List<Long> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%-36s p50 %5d ms   p95 %5d ms   p99 %5d ms   worst %5d ms%n",
                what,
                percentile(sorted, 50),
                percentile(sorted, 95),
                percentile(sorted, 99),
                sorted.get(sorted.size() - 1));
    }

    /** Nearest rank. */
    private static long percentile(List<Long> sorted, int percent) {
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }
}
