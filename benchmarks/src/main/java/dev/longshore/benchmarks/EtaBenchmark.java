package dev.longshore.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/**
 * How good the estimates of the end of real runs are, as the product itself judges them, beside three simple estimators
 * that are told the same bars at the same instants. Jobs export between five sixths and all of the sample, by segments that are
 * put together afterwards, so that runs take half a minute; the number of the worker's slots changes every few runs.
 */
public final class EtaBenchmark {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int RUNS_WITH_THE_SAME_SLOTS = 4;
    private static final int[] SLOTS = {2, 1, 3};
    private static final double SECONDS_BEFORE_THE_FIRST = 60;

    private final Product product;
    private final Map<String, List<PastLength>> past = new HashMap<>();
    private final List<SimpleEstimators.Errors> errors = new ArrayList<>();

    /** How long an earlier run of a job took. */
    record PastLength(double exportSeconds, double assemblySeconds) {
        double seconds() {
            return exportSeconds + assemblySeconds;
        }
    }

    private EtaBenchmark(Product product) {
        this.product = product;
    }

    /** @param arguments {@code --rows N} of the sample (2,000,000), {@code --rounds N} runs (24), {@code --home DIR} */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Options options = Options.parse(arguments, 2_000_000, 24);
        try (Product product = Product.start(options, worker(SLOTS[0]))) {
            EtaBenchmark benchmark = new EtaBenchmark(product);
            benchmark.measure(options.rows(), options.rounds());
            benchmark.print();
        }
    }

    private void measure(long rows, int runs) throws IOException, InterruptedException, SQLException {
        List<String> jobs = List.of(job(rows * 11 / 12), job(rows), job(rows * 5 / 6));
        int slots = SLOTS[0];
        for (int i = 0; i < runs; i++) {
            int next = SLOTS[i / RUNS_WITH_THE_SAME_SLOTS % SLOTS.length];
            if (next != slots) {
                product.restartWorker(worker(next));
                slots = next;
            }
            String jobId = jobs.get(i % jobs.size());
            run(i + 1, jobId, slots);
            product.client().takeAway();
        }
    }

    private static Map<String, Object> worker(int slots) {
        return Map.of(Product.SLOTS, slots, "longshore.worker.export.stream-files", false);
    }

    /** @param rows of the sample's latest interactions */
    private String job(long rows) throws IOException, InterruptedException, SQLException {
        String from = product.ask("""
                SELECT to_char(start_date AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                FROM contact_history.interaction ORDER BY start_date DESC OFFSET %d LIMIT 1
                """.formatted(rows - 1));
        String window = "{\"kind\": \"FIXED\", \"from\": \"%s\", \"to\": \"2026-11-01T00:00:00Z\"}".formatted(from);
        return product.client().createJob("%,d rows".formatted(rows), window, "null");
    }

    private void run(int number, String jobId, int slots) throws IOException, InterruptedException {
        List<PastLength> ofJob = past.computeIfAbsent(jobId, job -> new ArrayList<>());
        ProductClient client = product.client();
        String runId = client.begin(jobId);
        List<SimpleEstimators.Bar> bars = new ArrayList<>();
        JsonNode run = client.find(runId);
        while (!run.path("status").asString("").matches("COMPLETED|FAILED|CANCELLED")) {
            if (run.path("phase").asString("").matches("EXPORTING|ASSEMBLING|PUBLISHING")) {
                bars.add(new SimpleEstimators.Bar(
                        System.nanoTime() / 1e9,
                        run.get("progress").get("fraction").asDouble()));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            run = client.find(runId);
        }
        double seenEnd = System.nanoTime() / 1e9;
        if (!run.get("status").asString().equals("COMPLETED") || bars.isEmpty()) {
            throw new IllegalStateException("the run did not complete, or too soon to be estimated: " + run);
        }
        PastLength length = lengthOf(runId, run);
        // The loop sees the end up to a pause late; half of that is fair.
        double begin = seenEnd - PAUSE.toMillis() / 2e3 - length.seconds();
        SimpleEstimators.Errors simple =
                SimpleEstimators.judge(bars, begin, length.seconds(), ofJob, SECONDS_BEFORE_THE_FIRST);
        errors.add(simple);
        ofJob.add(length);
        JsonNode judged = client.read("/runs/eta-quality?limit=1&jobId=" + jobId);
        System.out.printf(
                Locale.ROOT,
                "run %2d   %d slots   %,9d rows   %5.1f s   NE %.3f   coverage %3.0f %%   jumps %.0f   simple: average %.3f, EWMA %.3f, mean of past %.3f%n",
                number,
                slots,
                run.get("progress").get("rows").asLong(),
                length.seconds(),
                judged.path("normalisedError").asDouble(Double.NaN),
                100 * judged.path("coverage").asDouble(Double.NaN),
                judged.path("jumpsPerRun").asDouble(Double.NaN),
                simple.average(),
                simple.ewma(),
                simple.meanOfPast());
    }

    private PastLength lengthOf(String runId, JsonNode run) throws IOException, InterruptedException {
        Instant exporting = null;
        Instant assembling = null;
        for (JsonNode phase :
                product.client().read("/runs/" + runId + "/timeline").get("phases")) {
            Instant at = Instant.parse(phase.get("startedAt").asString());
            exporting = phase.get("phase").asString().equals("EXPORTING") ? at : exporting;
            assembling = phase.get("phase").asString().equals("ASSEMBLING") ? at : assembling;
        }
        if (exporting == null || assembling == null) {
            throw new IllegalStateException("the run has no phases: " + run);
        }
        return new PastLength(
                seconds(exporting, assembling),
                seconds(assembling, Instant.parse(run.get("endedAt").asString())));
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }

    private void print() throws IOException, InterruptedException {
        JsonNode all = product.client().read("/runs/eta-quality?limit=500");
        System.out.printf(
                Locale.ROOT,
                "%d runs judged by the product: NE mean %.3f, p90 %.3f, coverage %.0f %%, %.2f jumps a run, news %.1f s old on average%n",
                all.get("runs").asInt(),
                all.get("normalisedError").asDouble(),
                all.get("normalisedErrorP90").asDouble(),
                100 * all.get("coverage").asDouble(),
                all.get("jumpsPerRun").asDouble(),
                all.get("meanAgeSeconds").asDouble());
        System.out.printf(
                Locale.ROOT,
                "the same runs, NE mean (p90): global average %s, EWMA %s, mean of past %s%n",
                summary(errors.stream().map(SimpleEstimators.Errors::average).toList()),
                summary(errors.stream().map(SimpleEstimators.Errors::ewma).toList()),
                summary(errors.stream().map(SimpleEstimators.Errors::meanOfPast).toList()));
    }

    private static String summary(List<Double> figures) {
        List<Double> sorted = new ArrayList<>(figures);
        Collections.sort(sorted);
        double mean = sorted.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
        return String.format(Locale.ROOT, "%.3f (%.3f)", mean, sorted.get((sorted.size() * 9 + 9) / 10 - 1));
    }
}
