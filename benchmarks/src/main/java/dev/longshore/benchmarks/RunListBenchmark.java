package dev.longshore.benchmarks;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * How long the list of runs takes to answer, by REST, one request after the other: every sort in both directions, every
 * filter, filters against sorts that do not suit them, pages far behind the first. Only history-service runs.
 */
public final class RunListBenchmark {
    private static final int WARM_UPS = 5;
    private static final int DEEP = 40;
    private static final List<String> SORTS = List.of(
            "requestedAt",
            "fireTime",
            "startedAt",
            "endedAt",
            "duration",
            "jobTitle",
            "source",
            "type",
            "status",
            "rows",
            "bytes",
            "fileName");

    private RunListBenchmark() {}

    /** @param arguments {@code --rows N} runs (1,000,000), {@code --rounds N} of each list (30), {@code --home DIR} */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Options options = Options.parse(arguments, 1_000_000, 30);
        try (HistoryAlone history = HistoryAlone.start(options.home(), "512m")) {
            long begin = System.nanoTime();
            new ManyRuns(history).create(options.rows());
            System.out.printf(
                    Locale.ROOT,
                    "%,d runs made in %d s%n",
                    options.rows(),
                    Duration.ofNanos(System.nanoTime() - begin).toSeconds());
            long worst = 0;
            for (Map.Entry<String, String> list : lists(options.rows()).entrySet()) {
                worst = Math.max(worst, measure(history, list.getKey(), list.getValue(), options.rounds()));
            }
            for (String sort : List.of("requestedAt", "-status", "type", "-rows", "jobTitle")) {
                worst = Math.max(worst, measurePages(history, sort, options.rounds()));
            }
            System.out.printf(Locale.ROOT, "slowest p95: %.1f ms%n", worst / 1e6);
        }
    }

    private static Map<String, String> lists(long rows) {
        Map<String, String> lists = new LinkedHashMap<>();
        for (String sort : SORTS) {
            lists.put("by " + sort, "sort=" + sort);
            lists.put("by " + sort + ", downwards", "sort=-" + sort);
        }
        String job = ManyRuns.job(7);
        Map<String, String> filters = new LinkedHashMap<>();
        filters.put("one job", "jobId=" + job);
        filters.put("failed", "status=FAILED");
        filters.put("active", "status=REQUESTED&status=PLANNED&status=RUNNING");
        filters.put("skipped", "status=SKIPPED");
        filters.put("contacts", "type=CONTACT");
        filters.put("a rare source", "source=IWD");
        filters.put("retries", "trigger=RETRY");
        filters.put("a title of one job", "q=number%20417%20");
        filters.put("a word of many titles", "q=nightly");
        filters.put("no such title", "q=no%20such%20title");
        filters.put("one file", "file=" + ManyRuns.fileName(rows / 3));
        filters.put("part of many file names", "file=jsonl.zst");
        filters.put("no such file", "file=no-such-file");
        filters.put("one day", "from=2026-01-02T00:00:00Z&to=2026-01-03T00:00:00Z");
        filters.put("started within an hour", "startedFrom=2026-01-02T03:00:00Z&startedTo=2026-01-02T04:00:00Z");
        filters.put("ended within an hour", "endedFrom=2026-01-02T03:00:00Z&endedTo=2026-01-02T04:00:00Z");
        filters.put(
                "failed contacts of a day",
                "status=FAILED&type=CONTACT&from=2026-01-02T00:00:00Z&to=2026-01-03T00:00:00Z");
        combine(lists, filters, List.of("-requestedAt", "rows", "-duration", "jobTitle"));
        combine(lists, amounts(), List.of("-requestedAt", "fileName", "jobTitle"));
        lists.put("500 at once", "limit=500");
        return lists;
    }

    /** Rows, bytes and length go together: sorting by one of them what another admits is a walk to the far end. */
    private static Map<String, String> amounts() {
        Map<String, String> filters = new LinkedHashMap<>();
        filters.put("longer than an hour", "minSeconds=3600");
        filters.put("no longer than a minute", "maxSeconds=60");
        filters.put("more than a million rows", "minRows=1000001");
        filters.put("no rows", "maxRows=0");
        filters.put("between 1 and 2 GB", "minBytes=1000000000&maxBytes=2000000000");
        return filters;
    }

    private static void combine(Map<String, String> lists, Map<String, String> filters, List<String> sorts) {
        for (Map.Entry<String, String> filter : filters.entrySet()) {
            for (String sort : sorts) {
                lists.put(filter.getKey() + " by " + sort, filter.getValue() + "&sort=" + sort);
            }
        }
    }

    private static long measure(HistoryAlone history, String what, String query, int rounds)
            throws IOException, InterruptedException {
        List<Long> nanos = new ArrayList<>();
        int found = 0;
        HttpRequest request = history.request("/runs?" + query).GET().build();
        for (int i = -WARM_UPS; i < rounds; i++) {
            long begin = System.nanoTime();
            JsonNode page = history.answer(request);
            long taken = System.nanoTime() - begin;
            found = page.get("items").size();
            if (i >= 0) {
                nanos.add(taken);
            }
        }
        return print("%s (%d)".formatted(what, found), nanos);
    }

    /** Pages behind the first one, each found by the cursor of the page before. */
    private static long measurePages(HistoryAlone history, String sort, int rounds)
            throws IOException, InterruptedException {
        String first = "/runs?limit=500&sort=" + sort;
        String next = first;
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < DEEP + rounds; i++) {
            HttpRequest request = history.request(next).GET().build();
            long begin = System.nanoTime();
            JsonNode page = history.answer(request);
            long taken = System.nanoTime() - begin;
            if (i >= DEEP) {
                nanos.add(taken);
            }
            JsonNode cursor = page.get("nextCursor");
            String size = i < DEEP ? "/runs?limit=500&sort=" + sort : "/runs?sort=" + sort;
            next = cursor.isNull() ? first : size + "&cursor=" + cursor.asString();
        }
        return print("page after page by %s, beyond the first %d runs".formatted(sort, DEEP * 500), nanos);
    }

    private static long print(String what, List<Long> nanos) {
        Collections.sort(nanos);
        long p95 = percentile(nanos, 95);
        System.out.printf(
                Locale.ROOT,
                "%-62s p50 %6.1f ms   p95 %6.1f ms   worst %6.1f ms%s%n",
                what,
                percentile(nanos, 50) / 1e6,
                p95 / 1e6,
                nanos.get(nanos.size() - 1) / 1e6,
                p95 > 100_000_000 ? "   SLOW" : "");
        return p95;
    }

    /** Nearest rank. */
    private static long percentile(List<Long> sorted, int percent) {
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }
}
