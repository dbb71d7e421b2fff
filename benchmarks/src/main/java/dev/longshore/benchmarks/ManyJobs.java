package dev.longshore.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Jobs of many kinds, made by REST; none is due while they are measured, every fifth is suspended. */
record ManyJobs(SchedulerAlone scheduler) {
    private static final int CLIENTS = 4;
    private static final int AT_ONCE = 100;
    private static final List<String> ZONES = List.of("UTC", "Europe/Rome", "America/New_York", "Asia/Kolkata");

    void create(int count) throws IOException, InterruptedException {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<String>> made = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                made.add(clients.submit(() -> createOne(number)));
            }
            List<String> suspended = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String id = made.get(i).get();
                if (i % 5 == 0) {
                    suspended.add(id);
                }
            }
            for (int i = 0; i < suspended.size(); i += AT_ONCE) {
                suspend(suspended.subList(i, Math.min(i + AT_ONCE, suspended.size())));
            }
        } catch (ExecutionException e) {
            throw new IOException(e);
        } finally {
            clients.shutdownNow();
        }
    }

    private String createOne(int number) throws IOException, InterruptedException {
        String id = scheduler.post("/jobs", settings(number)).get("id").asString();
        scheduler.post("/jobs/" + id + "/runs", "{}");
        return id;
    }

    /** What the API takes for the job of this number. */
    static String settings(int number) {
        return """
                {"title": "%s export number %d of %s", "description": "%s", "source": "CONTACT_HISTORY",
                 "type": "%s", "timeZone": "%s", "missedRuns": "LATEST",
                 "schedule": {"kind": "MONTHLY", "dayOfMonth": %d, "at": "%02d:%02d"},
                 "dateRange": {"kind": "LAST", "amount": 1, "unit": "MONTHS"}}
                """.formatted(
                        number % 2 == 0 ? "Monthly" : "nightly",
                        number * 7919 % 10_007,
                        ZONES.get(number % ZONES.size()),
                        "For the warehouse; asked for by team %d. "
                                .formatted(number % 97)
                                .repeat(5),
                        number % 3 == 0 ? "CONTACT" : "INTERACTION",
                        ZONES.get(number % ZONES.size()),
                        1 + number % 28,
                        number % 24,
                        number % 60);
    }

    private void suspend(List<String> ids) throws IOException, InterruptedException {
        scheduler.post(
                "/jobs/suspend",
                "{\"ids\": [%s]}"
                        .formatted(ids.stream().map("\"%s\""::formatted).collect(Collectors.joining(", "))));
    }
}
