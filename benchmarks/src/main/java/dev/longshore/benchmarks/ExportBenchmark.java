package dev.longshore.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * A run of all sample interactions, from the API call to COMPLETED, by one worker (one slot, -Xmx128m, SerialGC), beside
 * {@code psql -c "\copy (the same SELECT) to FILE csv"}, alternately. Everything is on one machine.
 */
public final class ExportBenchmark {
    private static final double GIGABYTE = 1e9;
    /** Each question is a signature, a call and a query on the machine that is measured. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** A worker is long at work: its compiler is done with the first exports. */
    private static final int WARM_UPS = 3;

    private static final double NANOS = 1e9;

    private final Product product;
    private final long rows;
    private final List<Pair> pairs = new ArrayList<>();

    /**
     * One measurement.
     *
     * @param phases how long an export's phases took, in words; nothing for a copy
     */
    private record Measured(String what, double seconds, double cpuSeconds, long bytes, int files, String phases) {}

    private record Pair(Measured export, Measured copy) {}

    private ExportBenchmark(Product product, long rows) {
        this.product = product;
        this.rows = rows;
    }

    /** @param arguments {@code --rows N} (1,000,000), {@code --rounds N} (5), {@code --home DIR} */
    public static void main(String[] arguments) throws Exception {
        Options options = Options.parse(arguments, 1_000_000, 5);
        try (Product product = Product.start(options, 1)) {
            long rows = Long.parseLong(product.ask("SELECT count(*) FROM contact_history.interaction"));
            new ExportBenchmark(product, rows).measure(options.rounds(), options.home());
        }
    }

    private void measure(int rounds, Path scratch) throws IOException, InterruptedException, SQLException {
        String whole = product.client().createJob("One file", "{\"kind\": \"ALL\"}", "null");
        String split = product.client().createJob("Split", "{\"kind\": \"ALL\"}", "64");
        String select = select();
        System.out.printf("%,d interactions%n", rows);
        for (int i = 0; i < WARM_UPS; i++) {
            export("warm-up", i % 2 == 0 ? split : whole);
            copy(select, scratch);
        }
        for (int round = 1; round <= rounds; round++) {
            compare("one file", whole, select, scratch);
            compare("64 MB files", split, select, scratch);
        }
        summary("one file");
        summary("64 MB files");
        System.out.printf(
                Locale.ROOT,
                "worker: -Xmx128m, peak resident set %.0f MB%n",
                ProcessorTime.peakMemoryOf(product.workerPid()) / 1e6);
    }

    private void compare(String what, String jobId, String select, Path scratch)
            throws IOException, InterruptedException {
        Measured exported = export(what, jobId);
        Measured copied = copy(select, scratch);
        print(exported);
        print(copied);
        pairs.add(new Pair(exported, copied));
    }

    private Measured export(String what, String jobId) throws IOException, InterruptedException {
        double cpuBefore = cpuOfExport();
        JsonNode run = product.client().run(jobId, PAUSE);
        double seconds = Duration.between(instant(run, "requestedAt"), instant(run, "endedAt"))
                        .toNanos()
                / NANOS;
        double cpu = cpuOfExport() - cpuBefore;
        long exported = run.get("progress").get("rows").asLong();
        if (exported != rows) {
            throw new IllegalStateException("%d rows exported of %d".formatted(exported, rows));
        }
        ProductClient.Stored stored = product.client().takeAway();
        return new Measured(what, seconds, cpu, stored.bytes(), stored.files(), phases(run));
    }

    /** What was spent on each phase, from its beginning to that of the next. */
    private String phases(JsonNode run) throws IOException, InterruptedException {
        JsonNode timeline = product.client().read("/runs/" + run.get("id").asString() + "/timeline");
        StringBuilder phases = new StringBuilder();
        String phase = "accepted";
        Instant begin = instant(run, "requestedAt");
        for (JsonNode next : timeline.get("phases")) {
            Instant at = instant(next, "startedAt");
            append(phases, phase, begin, at);
            phase = next.get("phase").asString().toLowerCase(Locale.ROOT);
            begin = at;
        }
        append(phases, phase, begin, instant(run, "endedAt"));
        return phases.toString();
    }

    private static void append(StringBuilder phases, String phase, Instant begin, Instant end) {
        phases.append(String.format(
                Locale.ROOT, "  %s %.2f", phase, Duration.between(begin, end).toNanos() / NANOS));
    }

    private static Instant instant(JsonNode run, String field) {
        return Instant.parse(run.get(field).asString());
    }

    private double cpuOfExport() throws IOException {
        return ProcessorTime.ofProcess(product.workerPid()) + ProcessorTime.ofServer(product.serverPid());
    }

    private Measured copy(String select, Path scratch) throws IOException, InterruptedException {
        Path file = scratch.resolve("copy.csv");
        double cpuBefore = ProcessorTime.ofEndedChildren() + ProcessorTime.ofServer(product.serverPid());
        long begin = System.nanoTime();
        ProcessBuilder psql = new ProcessBuilder(
                        "psql",
                        "-q",
                        "-X",
                        "-v",
                        "ON_ERROR_STOP=1",
                        "-c",
                        "\\copy (%s) to '%s' csv".formatted(select, file))
                .redirectInput(new File("/dev/null"))
                .inheritIO();
        psql.environment().putAll(product.psqlEnvironment());
        int status = psql.start().waitFor();
        double seconds = (System.nanoTime() - begin) / NANOS;
        if (status != 0) {
            throw new IllegalStateException("psql ended with status " + status);
        }
        double cpu = ProcessorTime.ofEndedChildren() + ProcessorTime.ofServer(product.serverPid()) - cpuBefore;
        long bytes = Files.size(file);
        Files.delete(file);
        return new Measured("psql \\copy", seconds, cpu, bytes, 1, "");
    }

    /** All columns, in the order of the export. */
    private String select() throws SQLException {
        String columns = product.ask("""
                SELECT string_agg('t.' || column_name, ', ' ORDER BY ordinal_position)
                FROM information_schema.columns
                WHERE table_schema = 'contact_history' AND table_name = 'interaction'
                """);
        return "SELECT %s FROM contact_history.interaction t ORDER BY t.start_date, t.ixn_id".formatted(columns);
    }

    private void print(Measured measured) {
        System.out.printf(
                Locale.ROOT,
                "%-12s %3d file(s) %6.2f GB %7.1f s %,9.0f rows/s %6.1f MB/s %6.1f CPU s/GB%s%n",
                measured.what(),
                measured.files(),
                measured.bytes() / GIGABYTE,
                measured.seconds(),
                rows / measured.seconds(),
                measured.bytes() / measured.seconds() / 1e6,
                measured.cpuSeconds() / (measured.bytes() / GIGABYTE),
                measured.phases());
    }

    private void summary(String what) {
        List<Pair> ours =
                pairs.stream().filter(pair -> pair.export().what().equals(what)).toList();
        System.out.printf(
                Locale.ROOT,
                "%s: median %,.0f rows/s and %.1f CPU s/GB (worker + server); psql %,.0f rows/s and %.1f CPU s/GB; ratio of rows/s, median of %d pairs: %.2f%n",
                what,
                median(ours.stream()
                        .mapToDouble(pair -> rows / pair.export().seconds())
                        .toArray()),
                median(ours.stream()
                        .mapToDouble(pair -> cpuPerGigabyte(pair.export()))
                        .toArray()),
                median(ours.stream()
                        .mapToDouble(pair -> rows / pair.copy().seconds())
                        .toArray()),
                median(ours.stream()
                        .mapToDouble(pair -> cpuPerGigabyte(pair.copy()))
                        .toArray()),
                ours.size(),
                median(ours.stream()
                        .mapToDouble(
                                pair -> pair.copy().seconds() / pair.export().seconds())
                        .toArray()));
    }

    private static double cpuPerGigabyte(Measured measured) {
        return measured.cpuSeconds() / (measured.bytes() / GIGABYTE);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
