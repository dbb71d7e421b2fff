package dev.longshore.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long the preview of 10 fire times with windows takes, as an API client sees it: it looks a year ahead for what may
 * surprise. The first answer is that of a service that has just started; its code is not compiled yet.
 */
public final class PreviewBenchmark {
    private static final Map<String, String> SCHEDULES = schedules();

    private PreviewBenchmark() {}

    private static Map<String, String> schedules() {
        Map<String, String> schedules = new LinkedHashMap<>();
        schedules.put("hourly", "{\"kind\": \"HOURLY\", \"everyHours\": 1, \"minute\": 5}");
        schedules.put("every 7 hours", "{\"kind\": \"HOURLY\", \"everyHours\": 7, \"minute\": 5}");
        schedules.put("daily", "{\"kind\": \"DAILY\", \"at\": \"02:30\"}");
        schedules.put("weekly", "{\"kind\": \"WEEKLY\", \"dayOfWeek\": \"SUNDAY\", \"at\": \"02:30\"}");
        schedules.put("monthly, day 31", "{\"kind\": \"MONTHLY\", \"dayOfMonth\": 31, \"at\": \"02:30\"}");
        schedules.put(
                "monthly, day 29 of February too", "{\"kind\": \"MONTHLY\", \"dayOfMonth\": 29, \"at\": \"02:30\"}");
        return schedules;
    }

    /** @param arguments {@code --rows N} of the sample (1,000), {@code --rounds N} (200), {@code --home DIR} */
    public static void main(String[] arguments) throws Exception {
        Options options = Options.parse(arguments, 1_000, 200);
        try (Product product = Product.start(options, 1)) {
            for (Map.Entry<String, String> schedule : SCHEDULES.entrySet()) {
                measure(product.client(), schedule.getKey(), job(schedule.getValue()), options.rounds());
            }
        }
    }

    private static String job(String schedule) {
        return """
                {"title": "Preview", "source": "CONTACT_HISTORY", "type": "INTERACTION", "schedule": %s,
                 "timeZone": "Europe/Rome", "dateRange": {"kind": "LAST", "amount": 1, "unit": "HOURS"}}
                """.formatted(schedule);
    }

    private static void measure(ProductClient client, String what, String job, int rounds) throws Exception {
        long first = 0;
        List<Long> micros = new ArrayList<>();
        for (int i = 0; i <= rounds; i++) {
            long begin = System.nanoTime();
            int fireTimes = client.preview(job).get("fireTimes").size();
            long taken = Duration.ofNanos(System.nanoTime() - begin).toNanos() / 1_000;
            if (fireTimes != 10) {
                throw new IllegalStateException("%s: %d fire times instead of 10".formatted(what, fireTimes));
            }
            if (i == 0) {
                first = taken;
            } else {
                micros.add(taken);
            }
        }
        Collections.sort(micros);
        System.out.printf(
                Locale.ROOT,
                "%-32s first %6.1f ms   p50 %6.1f ms   p95 %6.1f ms   worst %6.1f ms%n",
                what,
                first / 1e3,
                micros.get(micros.size() / 2) / 1e3,
                micros.get(micros.size() * 95 / 100) / 1e3,
                micros.get(micros.size() - 1) / 1e3);
    }
}
