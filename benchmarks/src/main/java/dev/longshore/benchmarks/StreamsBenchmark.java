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
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A thousand browsers open the stream of all runs of one history-service at once, while the workers of some runs report
 * progress once a second. Measured: how long it takes until each browser has had its first view, how old the news are
 * when they reach a browser, from the worker's report on, and the memory of the service.
 */
public final class StreamsBenchmark {
    private static final int ACTIVE_RUNS = 5;
    private static final long KEYS = 1_000_000;
    private static final String AS_OF = "\"asOf\":\"";
    private static final String RUN = "\"id\":\"";
    private static final int UUID_LENGTH = 36;
    private static final String HEAP = "224m";
    private static final int SPAN_SECONDS = 5;
    private static final Duration LONGEST_OPENING = Duration.ofSeconds(60);

    private final HistoryAlone history;
    private final AvroCodec codec;
    private final InstantSource clock = InstantSource.system();
    private final List<News> news = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger begun = new AtomicInteger();

    /** News of a run, as one browser got them. */
    private record News(Instant cameAt, long ageMillis) {}

    private StreamsBenchmark(HistoryAlone history) {
        this.history = history;
        this.codec = new AvroCodec(
                new HttpSchemaRegistry(history.registry(), Registration.AUTOMATIC, Duration.ofSeconds(5)));
    }

    /** @param arguments {@code --rows N} streams (1,000), {@code --rounds N} seconds (60), {@code --home DIR} */
    public static void main(String[] arguments) throws IOException {
        Options options = Options.parse(arguments, 1_000, 60);
        try (HistoryAlone history = HistoryAlone.start(options.home(), HEAP)) {
            new StreamsBenchmark(history).measure(Math.toIntExact(options.rows()), options.rounds());
        }
    }

    private void measure(int streams, int seconds) {
        HttpClient browsers =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<CompletableFuture<HttpResponse<Void>>> answers = new ArrayList<>();
        Instant opening;
        Instant opened;
        try (KafkaProducer<String, byte[]> worker = new KafkaProducer<>(
                Map.of("bootstrap.servers", history.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            // The service learns of the runs, and what projects them is warm; what streams them is not.
            for (int second = 0; second < SPAN_SECONDS; second++) {
                reportAndPause(worker, second);
            }
            HttpRequest request = history.request("/runs/stream").GET().build();
            opening = clock.instant();
            for (int i = 0; i < streams; i++) {
                answers.add(browsers.sendAsync(request, HttpResponse.BodyHandlers.fromLineSubscriber(new Browser())));
            }
            int second = SPAN_SECONDS;
            while (begun.get() < streams) {
                reportAndPause(worker, second++);
                if (opening.plus(LONGEST_OPENING).isBefore(clock.instant())) {
                    throw new IllegalStateException("only %d of %d streams have begun".formatted(begun.get(), streams));
                }
            }
            opened = clock.instant();
            for (int measured = 0; measured < seconds; measured++) {
                reportAndPause(worker, second++);
            }
        }
        print(streams, opening, opened);
        answers.forEach(answer -> answer.cancel(true));
    }

    private void reportAndPause(KafkaProducer<String, byte[]> worker, int second) {
        report(worker, second);
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
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

    private void print(int streams, Instant opening, Instant opened) {
        List<News> all;
        synchronized (news) {
            all = List.copyOf(news);
        }
        System.out.printf(
                Locale.ROOT,
                "%,d streams opened at once, %d runs reporting once a second; each had its first view within %.1f s%n",
                streams,
                ACTIVE_RUNS,
                Duration.between(opening, opened).toMillis() / 1_000.0);
        Map<Long, List<Long>> spans = all.stream()
                .collect(Collectors.groupingBy(
                        each -> Duration.between(opening, each.cameAt()).toSeconds() / SPAN_SECONDS,
                        TreeMap::new,
                        Collectors.mapping(News::ageMillis, Collectors.toList())));
        spans.forEach((span, ages) ->
                printAges("%3d..%d s".formatted(span * SPAN_SECONDS, (span + 1) * SPAN_SECONDS), ages));
        printAges(
                "after the opening",
                all.stream()
                        .filter(each -> each.cameAt().isAfter(opened))
                        .map(News::ageMillis)
                        .toList());
        System.out.printf(
                Locale.ROOT,
                "history-service: -Xmx%s, peak resident set %d MB%n",
                HEAP,
                ProcessorTime.peakMemoryOf(history.pid()) >> 20);
    }

    private static void printAges(String when, List<Long> ages) {
        List<Long> sorted = ages.stream().sorted().toList();
        if (sorted.isEmpty()) {
            throw new IllegalStateException("no news came " + when);
        }
        System.out.printf(
                Locale.ROOT,
                "age of news, %-18s p50 %5d ms   p95 %5d ms   p99 %5d ms   worst %5d ms   (%,d views)%n",
                when,
                percentile(sorted, 50),
                percentile(sorted, 95),
                percentile(sorted, 99),
                sorted.get(sorted.size() - 1),
                sorted.size());
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
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            int at = line.indexOf(AS_OF);
            if (!line.startsWith("data:") || at < 0) {
                return;
            }
            if (latest.isEmpty()) {
                begun.incrementAndGet();
            }
            int run = line.indexOf(RUN) + RUN.length();
            String runId = line.substring(run, run + UUID_LENGTH);
            String asOf = line.substring(at + AS_OF.length(), line.indexOf('"', at + AS_OF.length()));
            if (!asOf.equals(latest.put(runId, asOf))) {
                Instant now = clock.instant();
                news.add(
                        new News(now, Duration.between(Instant.parse(asOf), now).toMillis()));
            }
        }

        @Override
        public void onError(Throwable failure) {
            // The exchange is cancelled at the end.
        }

        @Override
        public void onComplete() {
            // A stream ends after ten minutes.
        }
    }
}
