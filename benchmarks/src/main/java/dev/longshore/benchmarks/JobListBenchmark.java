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
 * How long the list of jobs takes to answer, by REST, one request after the other: filters, search, sorting, pages by
 * cursor. Only scheduler-service runs; every job has had a run.
 */
public final class JobListBenchmark {
    private static final int WARM_UPS = 50;
    private static final int DEEP = 100;
    private static final Map<String, String> LISTS = lists();

    private JobListBenchmark() {}

    /** @param arguments {@code --rows N} jobs (10,000), {@code --rounds N} of each list (200), {@code --home DIR} */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Options options = Options.parse(arguments, 10_000, 200);
        try (SchedulerAlone scheduler = SchedulerAlone.start(options.home())) {
            long begin = System.nanoTime();
            new ManyJobs(scheduler).create(Math.toIntExact(options.rows()));
            System.out.printf(
                    Locale.ROOT,
                    "%,d jobs, each with a run, made in %d s%n",
                    options.rows(),
                    Duration.ofNanos(System.nanoTime() - begin).toSeconds());
            long worst = 0;
            for (Map.Entry<String, String> list : LISTS.entrySet()) {
                worst = Math.max(worst, measure(scheduler, list.getKey(), list.getValue(), options.rounds()));
            }
            worst = Math.max(worst, measurePages(scheduler, options.rounds()));
            System.out.printf(Locale.ROOT, "slowest p95: %.1f ms%n", worst / 1e6);
        }
    }

    private static Map<String, String> lists() {
        Map<String, String> lists = new LinkedHashMap<>();
        lists.put("newest first", "");
        lists.put("by title", "sort=title");
        lists.put("by title, downwards", "sort=-title");
        lists.put("by last run, newest first", "sort=-lastRun.at");
        lists.put("by status of last run, title", "sort=lastRun.status,title");
        lists.put("by next fire time", "sort=nextFireTime");
        lists.put("by type, state, title downwards", "sort=type,state,-title");
        lists.put("active contact jobs by title", "type=CONTACT&state=ACTIVE&sort=title");
        lists.put("suspended jobs, newest first", "state=SUSPENDED");
        lists.put("search for a word of every job", "q=export");
        lists.put("search for one job", "q=number%205417%20");
        lists.put("search without a hit", "q=no%20such%20job&sort=title");
        lists.put("500 at once, by title", "limit=500&sort=title");
        return lists;
    }

    private static long measure(SchedulerAlone scheduler, String what, String query, int rounds)
            throws IOException, InterruptedException {
        List<Long> nanos = new ArrayList<>();
        int found = 0;
        for (int i = -WARM_UPS; i < rounds; i++) {
            HttpRequest request = scheduler.reading("/jobs?" + query);
            long begin = System.nanoTime();
            JsonNode page = scheduler.answer(request);
            long taken = System.nanoTime() - begin;
            found = page.get("items").size();
            if (i >= 0) {
                nanos.add(taken);
            }
        }
        return print("%s (%d)".formatted(what, found), nanos);
    }

    /** Pages far behind the first one, each found by the cursor of the page before. */
    private static long measurePages(SchedulerAlone scheduler, int rounds) throws IOException, InterruptedException {
        String next = "/jobs?sort=title";
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < DEEP + rounds; i++) {
            HttpRequest request = scheduler.reading(next);
            long begin = System.nanoTime();
            JsonNode page = scheduler.answer(request);
            long taken = System.nanoTime() - begin;
            if (i >= DEEP / 2) {
                nanos.add(taken);
            }
            JsonNode cursor = page.get("nextCursor");
            next = "/jobs?sort=title" + (cursor.isNull() ? "" : "&cursor=" + cursor.asString());
        }
        return print("page after page by title, from the %dth on".formatted(DEEP / 2), nanos);
    }

    private static long print(String what, List<Long> nanos) {
        Collections.sort(nanos);
        long p95 = percentile(nanos, 95);
        System.out.printf(
                Locale.ROOT,
                "%-48s p50 %6.1f ms   p95 %6.1f ms   worst %6.1f ms%n",
                what,
                percentile(nanos, 50) / 1e6,
                p95 / 1e6,
                nanos.get(nanos.size() - 1) / 1e6);
        return p95;
    }

    /** Nearest rank. */
    private static long percentile(List<Long> sorted, int percent) {
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }
}
