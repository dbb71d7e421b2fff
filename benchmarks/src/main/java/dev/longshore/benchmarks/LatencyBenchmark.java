package dev.longshore.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * How long a run of 10,000 rows takes, from its fire time to COMPLETED, and until an API client sees it. One worker with
 * two slots, -Xmx128m.
 */
public final class LatencyBenchmark {
    private static final int ROWS = 10_000;
    private static final int WARM_UPS = 5;
    private static final int SLOTS = 2;
    private static final Duration PAUSE = Duration.ofMillis(20);

    private LatencyBenchmark() {}

    /** @param arguments {@code --rows N} of the sample (200,000), {@code --rounds N} (20), {@code --home DIR} */
    public static void main(String[] arguments) throws Exception {
        Options options = Options.parse(arguments, 200_000, 20);
        try (Product product = Product.start(options, SLOTS)) {
            String from = product.ask("""
                    SELECT to_char(start_date AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                    FROM contact_history.interaction ORDER BY start_date DESC OFFSET %d LIMIT 1
                    """.formatted(ROWS - 1));
            String window = "{\"kind\": \"FIXED\", \"from\": \"%s\", \"to\": \"2026-11-01T00:00:00Z\"}".formatted(from);
            String jobId = product.client().createJob("Latency", window, "null");
            measure(product.client(), jobId, options.rounds());
        }
    }

    private static void measure(ProductClient client, String jobId, int rounds) throws Exception {
        for (int i = 0; i < WARM_UPS; i++) {
            client.run(jobId, PAUSE);
        }
        List<Long> completed = new ArrayList<>();
        List<Long> seen = new ArrayList<>();
        long rows = 0;
        for (int i = 0; i < rounds; i++) {
            long begin = System.nanoTime();
            JsonNode run = client.run(jobId, PAUSE);
            seen.add(Duration.ofNanos(System.nanoTime() - begin).toMillis());
            completed.add(Duration.between(instant(run, "fireTime"), instant(run, "endedAt"))
                    .toMillis());
            rows = run.get("progress").get("rows").asLong();
        }
        System.out.printf(Locale.ROOT, "%,d rows, %d runs after %d warm-ups%n", rows, rounds, WARM_UPS);
        print("fire time to COMPLETED", completed);
        print("API call to COMPLETED as seen by its caller", seen);
    }

    private static Instant instant(JsonNode run, String field) {
        return Instant.parse(run.get(field).asString());
    }

    private static void print(String what, List<Long> millis) {
        Collections.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%-45s p50 %5d ms   p95 %5d ms   worst %5d ms%n",
                what,
                percentile(millis, 50),
                percentile(millis, 95),
                millis.get(millis.size() - 1));
    }

    /** Nearest rank. */
    private static long percentile(List<Long> sorted, int percent) {
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }
}
