package dev.longshore.scheduler.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every field of a job with a wrong type, out of range, unknown or missing. */
public final class BadJobs {
    private static final String ONCE = Jobs.with(Jobs.HOURLY, "schedule", "{\"kind\": \"ONCE\"}");
    private static final String DAILY = Jobs.with(Jobs.HOURLY, "schedule", "{\"kind\": \"DAILY\", \"at\": \"02:30\"}");
    private static final String WEEKLY =
            Jobs.with(Jobs.HOURLY, "schedule", "{\"kind\": \"WEEKLY\", \"dayOfWeek\": \"MONDAY\", \"at\": \"02:30\"}");
    private static final String MONTHLY = Jobs.with(
            Jobs.HOURLY,
            "schedule",
            "{\"kind\": \"MONTHLY\", \"dayOfMonth\": 31, \"shortMonths\": \"SKIP\", \"at\": \"02:30\"}");
    private static final String LAST_DAY =
            Jobs.with(Jobs.HOURLY, "schedule", "{\"kind\": \"MONTHLY\", \"dayOfMonth\": \"LAST\", \"at\": \"02:30\"}");
    private static final String FIXED = Jobs.with(
            Jobs.HOURLY,
            "dateRange",
            "{\"kind\": \"FIXED\", \"from\": \"2026-01-01T00:00:00Z\", \"to\": \"2026-02-01T00:00:00Z\"}");
    private static final String CONTACTS =
            Jobs.without(Jobs.with(Jobs.without(Jobs.HOURLY, "entityTypes"), "type", "\"CONTACT\""), "dateColumn");

    /**
     * A job with one thing wrong.
     *
     * @param field path that the answer must name
     */
    public record BadJob(String what, String json, String field) {
        @Override
        public String toString() {
            return what;
        }
    }

    private BadJobs() {}

    /** Jobs that are fine, each the ground of some bad ones. */
    public static Stream<String> goodOnes() {
        return Stream.of(
                Jobs.HOURLY,
                Jobs.IMMEDIATELY,
                ONCE,
                DAILY,
                WEEKLY,
                MONTHLY,
                LAST_DAY,
                FIXED,
                CONTACTS,
                Jobs.with(Jobs.HOURLY, "suspendAfterFailures", "3"),
                Jobs.with(Jobs.HOURLY, "retentionDays", "1"),
                Jobs.with(Jobs.HOURLY, "retentionDays", "3650"),
                Jobs.without(Jobs.HOURLY, "output"),
                Jobs.without(Jobs.HOURLY, "timeZone"),
                Jobs.with(Jobs.HOURLY, "dateRange", "{\"kind\": \"ALL\"}"),
                Jobs.CHAIN,
                Jobs.with(Jobs.CHAIN, "dateRange.from", "\"2026-01-01T00:00:00Z\""),
                Jobs.with(Jobs.HOURLY, "lastRun", "{\"runId\": \"x\"}"));
    }

    public static Stream<BadJob> all() {
        return Stream.of(topLevel(), schedules(), dateRanges(), outputs(), readOnly())
                .flatMap(List::stream);
    }

    private static List<BadJob> topLevel() {
        var bad = new Collector(Jobs.HOURLY);
        bad.missing("title", "source", "type", "schedule", "dateRange");
        bad.values("title", "7", "\"\"", "\"  \"", "\"" + "x".repeat(201) + "\"", "\"a\\u0000\"", "null"); // P19
        bad.values("description", "7", "{}", "\"\\u0000\"", "\"" + "x".repeat(2001) + "\"");
        bad.values("source", "7", "\"IWD\"", "\"contact_history\"");
        bad.values("type", "7", "\"EVENT\"", "[]");
        bad.values("entityTypes", "\"CHAT\"", "7", "[]", "{}"); // P25
        bad.values("schedule", "7", "\"HOURLY\"", "[]");
        bad.values("timeZone", "7", "\"Mars/Olympus\"", "\"+02:00\"", "\"\"");
        bad.values("dateRange", "7", "\"ALL\"");
        bad.values("dateColumn", "7", "\"createddate\"");
        bad.values("output", "7", "\"CSV\"");
        bad.values("missedRuns", "7", "\"SOME\"");
        bad.values("overlap", "true", "\"PARALLEL\"");
        bad.values("suspendAfterFailures", "\"3\"", "0", "101", "1.5");
        bad.values("retentionDays", "\"30\"", "0", "3651", "1.5");
        bad.values("priority", "7");
        bad.at("entityTypes", "[\"CHAT\", \"FAX\"]", "entityTypes[1]");
        bad.at("entityTypes", "[7]", "entityTypes[0]");
        bad.at("entityTypes", "[\"CHAT\", \"CHAT\"]", "entityTypes[1]");
        new Collector(CONTACTS, bad.jobs).values("entityTypes", "[\"CHAT\"]");
        return bad.jobs;
    }

    private static List<BadJob> schedules() {
        var bad = new Collector(Jobs.HOURLY);
        bad.missing("schedule.kind", "schedule.everyHours", "schedule.minute");
        bad.values("schedule.kind", "7", "\"YEARLY\"", "null");
        bad.values("schedule.everyHours", "\"1\"", "1.5", "0", "24", "-1", "99999999999", "null"); // P34
        bad.values("schedule.minute", "true", "-1", "60"); // P35
        bad.values("schedule.at", "\"02:30\"");
        new Collector(ONCE, bad.jobs)
                .values("schedule.startAt", "7", "\"tomorrow\"", "\"2026-11-23\"", "\"2001-01-01T00:00:00Z\"");
        new Collector(ONCE, bad.jobs).values("schedule.startAt", "\"+100000-01-01T00:00:00Z\"");
        new Collector(DAILY, bad.jobs).missing("schedule.at");
        new Collector(DAILY, bad.jobs).values("schedule.at", "7", "\"2:30\"", "\"24:00\"", "\"02:30:00\"");
        new Collector(WEEKLY, bad.jobs).missing("schedule.dayOfWeek", "schedule.at");
        new Collector(WEEKLY, bad.jobs).values("schedule.dayOfWeek", "1", "\"SOMEDAY\"");
        new Collector(MONTHLY, bad.jobs).missing("schedule.dayOfMonth", "schedule.at");
        new Collector(MONTHLY, bad.jobs).values("schedule.dayOfMonth", "0", "32", "\"FIRST\"", "true", "1.5");
        new Collector(MONTHLY, bad.jobs).values("schedule.shortMonths", "7", "\"FIRST_DAY\"");
        new Collector(LAST_DAY, bad.jobs).values("schedule.shortMonths", "\"SKIP\"");
        return bad.jobs;
    }

    private static List<BadJob> dateRanges() {
        var bad = new Collector(Jobs.HOURLY);
        bad.missing("dateRange.kind", "dateRange.amount", "dateRange.unit");
        bad.values("dateRange.kind", "7", "\"since_last\"", "\"FIRST\"");
        bad.values("dateRange.amount", "\"1\"", "0", "-1", "10001", "1.5");
        bad.values("dateRange.unit", "7", "\"MINUTES\"");
        bad.values("dateRange.from", "\"2026-01-01T00:00:00Z\"");
        new Collector(Jobs.CHAIN, bad.jobs).values("dateRange.from", "7", "\"yesterday\"", "\"0001-01-01T00:00:00Z\"");
        new Collector(Jobs.CHAIN, bad.jobs).values("dateRange.to", "\"2026-01-01T00:00:00Z\"");
        new Collector(Jobs.IMMEDIATELY, bad.jobs).values("dateRange.kind", "\"SINCE_LAST\"");
        new Collector(FIXED, bad.jobs).missing("dateRange.from", "dateRange.to");
        new Collector(FIXED, bad.jobs).values("dateRange.from", "7", "\"yesterday\"", "\"0001-01-01T00:00:00Z\"");
        new Collector(FIXED, bad.jobs).values("dateRange.to", "7", "\"2026-01-01T00:00:00Z\"");
        return bad.jobs;
    }

    private static List<BadJob> outputs() {
        var bad = new Collector(Jobs.HOURLY);
        bad.values("output.format", "7", "\"CSV\"", "\"PARQUET\"");
        bad.values("output.compression", "7", "\"ZSTD\"", "\"GZIP\"");
        bad.values("output.splitSizeMb", "\"1\"", "0", "-1", "1048577", "1.5");
        bad.values("output.certificateId", "\"0197\"", "7");
        bad.values("output.level", "3");
        return bad.jobs;
    }

    private static List<BadJob> readOnly() {
        var bad = new Collector(Jobs.HOURLY);
        for (var text :
                List.of("id", "state", "suspendedReason", "nextFireTime", "createdBy", "createdAt", "updatedAt")) {
            bad.values(text, "7");
        }
        bad.values("version", "\"3\"");
        bad.values("resumable", "\"yes\"");
        bad.values("editable", "1");
        bad.values("lastRun", "\"COMPLETED\"");
        return bad.jobs;
    }

    private static final class Collector {
        private final String ground;
        private final List<BadJob> jobs;

        Collector(String ground) {
            this(ground, new ArrayList<>());
        }

        Collector(String ground, List<BadJob> jobs) {
            this.ground = ground;
            this.jobs = jobs;
        }

        void missing(String... fields) {
            for (var field : fields) {
                jobs.add(new BadJob("no " + field, Jobs.without(ground, field), field));
            }
        }

        void values(String field, String... values) {
            for (var value : values) {
                at(field, value, field);
            }
        }

        void at(String field, String value, String named) {
            var shown = value.length() > 40 ? value.substring(0, 40) + "..." : value;
            jobs.add(new BadJob("%s: %s".formatted(field, shown), Jobs.with(ground, field, value), named));
        }
    }
}
