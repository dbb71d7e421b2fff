package dev.longshore.benchmarks;

import dev.longshore.events.ProgressReported;
import dev.longshore.events.TaskKind;
import dev.longshore.events.Topics;
import dev.longshore.platform.messaging.AvroCodec;
import dev.longshore.platform.messaging.HttpSchemaRegistry;
import dev.longshore.platform.messaging.HttpSchemaRegistry.Registration;
import dev.longshore.platform.time.Ids;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A thousand browsers watch all runs of one history-service that has 512 MB of heap, while the workers of some runs
 * report progress once a second. Measured: how old the news are when they reach a browser, from the worker's report on,
 * and the memory of the service.
 */
public final class StreamsBenchmark {
    private static final int ACTIVE_RUNS = 5;
    private static final long KEYS = 1_000_000;
    private static final String AS_OF = "\"asOf\":\"";
    private static final String RUN = "\"id\":\"";
    private static final int UUID_LENGTH = 36;

    private final HistoryAlone history;
    private final AvroCodec codec;
    private final InstantSource clock = InstantSource.system();
    private final List<Long> agesMillis = Collections.synchronizedList(new ArrayList<>());
    private final LongAdder views = new LongAdder();
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean measuring;

    private StreamsBenchmark(HistoryAlone history) {
        this.history = history;
        this.codec = new AvroCodec(
                new HttpSchemaRegistry(history.registry(), Registration.AUTOMATIC, Duration.ofSeconds(5)));
    }

    /** @param arguments {@code --rows N} streams (1,000), {@code --rounds N} seconds (60), {@code --home DIR} */
    public static void main(String[] arguments) throws IOException {
        Options options = Options.parse(arguments, 1_000, 60);
        try (HistoryAlone history = HistoryAlone.start(options.home())) {
            new StreamsBenchmark(history).measure(Math.toIntExact(options.rows()), options.rounds());
        }
    }

    private void measure(int streams, int seconds) {
        HttpClient browsers =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<CompletableFuture<HttpResponse<Void>>> answers = new ArrayList<>();
        try (KafkaProducer<String, byte[]> worker = new KafkaProducer<>(
                Map.of("bootstrap.servers", history.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            report(worker, 0);
            HttpRequest request = history.request("/runs/stream").GET().build();
            for (int i = 0; i < streams; i++) {
                answers.add(browsers.sendAsync(request, HttpResponse.BodyHandlers.fromLineSubscriber(new Browser())));
            }
            for (int second = 1; second <= 5 || open.get() < streams; second++) {
                report(worker, second);
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
                if (second > 60) {
                    throw new IllegalStateException("only %d of %d streams are open".formatted(open.get(), streams));
                }
            }
            measuring = true;
            for (int second = 0; second < seconds; second++) {
                report(worker, 100 + second);
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            }
            measuring = false;
        }
        print(streams, seconds);
        answers.forEach(answer -> answer.cancel(true));
    }

    private void report(KafkaProducer<String, byte[]> worker, int second) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (int run = 0; run < ACTIVE_RUNS; run++) {
            String runId = Ids.nameBased("streamed run", Integer.toString(run)).toString();
            ProgressReported report = ProgressReported.newBuilder()
                    .setRunId(runId)
                    .setJobId(Ids.nameBased("job of " + runId).toString())
                    .setTaskId(Ids.nameBased("task of " + runId).toString())
                    .setTaskKind(TaskKind.EXPORT)
                    .setNumber(1)
                    .setEpoch(1)
                    .setWorker("worker-" + run)
                    .setReportedAt(clock.instant())
                    .setKeys(Math.min(KEYS, second * 1_000L))
                    .setRows(second * 1_000L)
                    .setBytes(second * 700_000L)
                    .build();
            sent.add(worker.send(new ProducerRecord<>(Topics.PROGRESS, runId, codec.encode(Topics.PROGRESS, report))));
        }
        worker.flush();
        if (!sent.stream().allMatch(Future::isDone)) {
            throw new IllegalStateException("the broker has not taken the reports");
        }
    }

    private void print(int streams, int seconds) {
        List<Long> sorted = new ArrayList<>(agesMillis);
        Collections.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%,d streams, %d runs reporting once a second, %d s: %,d views, %,d a second%n",
                streams,
                ACTIVE_RUNS,
                seconds,
                views.sum(),
                views.sum() / seconds);
        System.out.printf(
                Locale.ROOT,
                "age of news at the browser    p50 %5d ms   p95 %5d ms   p99 %5d ms   worst %5d ms%n",
                percentile(sorted, 50),
                percentile(sorted, 95),
                percentile(sorted, 99),
                sorted.get(sorted.size() - 1));
        System.out.printf(
                Locale.ROOT,
                "history-service: -Xmx512m, peak resident set %d MB%n",
                ProcessorTime.peakMemoryOf(history.pid()) >> 20);
    }

    /** Nearest rank. */
    private static long percentile(List<Long> sorted, int percent) {
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }

    /** One open stream: notes how old the news of a run are when they come for the first time. */
    private final class Browser implements Flow.Subscriber<String> {
        private final Map<String, String> latest = new HashMap<>();

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            open.incrementAndGet();
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            int news = line.indexOf(AS_OF);
            if (!line.startsWith("data:") || news < 0) {
                return;
            }
            int run = line.indexOf(RUN) + RUN.length();
            String runId = line.substring(run, run + UUID_LENGTH);
            String asOf = line.substring(news + AS_OF.length(), line.indexOf('"', news + AS_OF.length()));
            if (!asOf.equals(latest.put(runId, asOf)) && measuring) {
                views.increment();
                agesMillis.add(
                        Duration.between(Instant.parse(asOf), clock.instant()).toMillis());
            }
        }

        @Override
        public void onError(Throwable failure) {
            open.decrementAndGet();
        }

        @Override
        public void onComplete() {
            open.decrementAndGet();
        }
    }
}
