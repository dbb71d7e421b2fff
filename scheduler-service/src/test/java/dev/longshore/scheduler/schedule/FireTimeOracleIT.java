package dev.longshore.scheduler.schedule;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.scheduler.testing.ClockChanges;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fire times of all kinds, in every zone, around every clock change of the years 2015 to 2037, against luxon, which is
 * not ours and brings the time zone rules of Node. Where the two sets of rules differ, days are not compared but listed;
 * docs/adr/0012-time-zone-rules-are-those-of-the-jdk.md decides about them.
 */
class FireTimeOracleIT {
    private static final long SEED = 20261123;
    private static final Instant FROM = Instant.parse("2015-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2038-01-01T00:00:00Z");
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int DATES_WITHOUT_CHANGE = 2;
    private static final JsonMapper JSON = JsonMapper.shared();

    /** A schedule, the span in which its fire times are compared, and how the oracle is told of it. */
    private record Question(Schedule schedule, Instant from, Instant to, Map<String, Object> json) {
        private static Question of(Schedule schedule, Instant middle, int days, Map<String, Object> fields) {
            var from = middle.minus(Duration.ofDays(days));
            var to = middle.plus(Duration.ofDays(days));
            var json = new LinkedHashMap<>(fields);
            json.put("from", from.getEpochSecond());
            json.put("to", to.getEpochSecond());
            return new Question(schedule, from, to, json);
        }

        private List<Long> fireTimes(ZoneId zone) {
            var found = new ArrayList<Long>();
            var next = schedule.nextFireTime(from, zone);
            while (next.isPresent() && next.get().isBefore(to)) {
                found.add(next.get().getEpochSecond());
                next = schedule.nextFireTime(next.get(), zone);
            }
            return found;
        }
    }

    /** @param probes instants at which both sets of rules are asked for the offset */
    private record Case(Instant middle, List<Long> probes, List<Question> questions) {
        private Map<String, Object> json() {
            return Map.of(
                    "probes",
                    probes,
                    "schedules",
                    questions.stream().map(Question::json).toList());
        }
    }

    @Test
    void fire_times_are_those_of_a_library_that_is_not_ours(@TempDir Path folder) throws Exception { // P34..P41
        var random = new Random(SEED);
        var cases = new LinkedHashMap<ZoneId, List<Case>>();
        ZoneId.getAvailableZoneIds().stream()
                .sorted()
                .map(ZoneId::of)
                .forEach(zone -> cases.put(zone, casesOf(zone, random)));

        var differences = new ArrayList<String>();
        var compared = 0;
        var notCompared = 0;
        for (var answer : answers(folder, cases)) {
            var zone = ZoneId.of(answer.required("zone").asString());
            var ofZone = requireNonNull(cases.get(zone));
            if (!answer.required("known").asBoolean()) {
                differences.add(zone + " is not known to the oracle");
                notCompared += ofZone.size();
                continue;
            }
            differences.addAll(disagreements(zone, monthly(), answer.required("offsets")).stream()
                    .limit(1)
                    .toList());
            for (int i = 0; i < ofZone.size(); i++) {
                var its = answer.required("cases").get(i);
                if (disagreements(zone, ofZone.get(i).probes(), its.required("offsets"))
                        .isEmpty()) {
                    compare(zone, ofZone.get(i), its.required("fireTimes"));
                    compared++;
                } else {
                    notCompared++;
                }
            }
        }
        System.out.printf(
                "fire times compared in %d zones around %d dates; not compared around %d, where time zone rules differ:%n%s%n",
                cases.size(), compared, notCompared, String.join("\n", differences));
        assertThat(compared).as("dates compared").isGreaterThan(9_000);
        assertThat(notCompared).as("dates not compared").isLessThan(compared / 20);
    }

    private static void compare(ZoneId zone, Case each, JsonNode fireTimes) {
        for (int i = 0; i < each.questions().size(); i++) {
            var question = each.questions().get(i);
            var expected = fireTimes.get(i).valueStream().map(JsonNode::asLong).toList();
            assertThat(question.fireTimes(zone))
                    .as(
                            "seed %d: %s in %s from %s to %s",
                            SEED, question.schedule(), zone, question.from(), question.to())
                    .isEqualTo(expected);
        }
    }

    /** Around every clock change, and around some dates at random. */
    private static List<Case> casesOf(ZoneId zone, Random random) {
        var cases = new ArrayList<Case>();
        var rules = zone.getRules();
        for (var change = rules.nextTransition(FROM);
                change != null && change.getInstant().isBefore(TO);
                change = rules.nextTransition(change.getInstant())) {
            var shown = random.nextBoolean() ? change.getDateTimeBefore() : change.getDateTimeAfter();
            cases.add(around(change.getInstant(), shown.plusMinutes(random.nextInt(121) - 60L), random));
        }
        for (int i = 0; i < DATES_WITHOUT_CHANGE; i++) {
            var somewhen =
                    FROM.plusSeconds(random.nextLong(Duration.between(FROM, TO).toSeconds()));
            var day = LocalDateTime.ofInstant(somewhen, zone).toLocalDate();
            cases.add(around(somewhen, day.atTime(ClockChanges.anyTime(random)), random));
        }
        return cases;
    }

    /** @param local a local time that the questions are about, most often close to a clock change */
    private static Case around(Instant middle, LocalDateTime local, Random random) {
        var at = LocalTime.of(local.getHour(), local.getMinute());
        var seconds = at.toSecondOfDay();
        var hours = 1 + random.nextInt(23);
        var day = random.nextInt(3) == 0 ? DayOfWeek.of(1 + random.nextInt(7)) : local.getDayOfWeek();
        var number = random.nextInt(3) == 0 ? 1 + random.nextInt(31) : local.getDayOfMonth();
        var short29 = 29 + random.nextInt(3);
        var shortMonths = random.nextBoolean() ? Monthly.ShortMonths.SKIP : Monthly.ShortMonths.LAST_DAY;
        var questions = List.of(
                Question.of(
                        new Hourly(hours, at.getMinute()),
                        middle,
                        2,
                        Map.of("kind", "HOURLY", "everyHours", hours, "minute", at.getMinute())),
                Question.of(new Daily(at), middle, 2, Map.of("kind", "DAILY", "at", seconds)),
                Question.of(
                        new Weekly(day, at),
                        middle,
                        10,
                        Map.of("kind", "WEEKLY", "dayOfWeek", day.getValue(), "at", seconds)),
                monthly(new Monthly.Numbered(number, shortMonths), at, middle),
                monthly(new Monthly.Numbered(short29, shortMonths), at, middle),
                Question.of(
                        new Monthly(new Monthly.Last(), at),
                        middle,
                        40,
                        Map.of("kind", "MONTHLY", "dayOfMonth", "LAST", "at", seconds)));
        var probes = LongStream.rangeClosed(-43, 43)
                .map(days -> middle.plus(Duration.ofDays(days)).getEpochSecond());
        return new Case(
                middle,
                LongStream.concat(probes, LongStream.of(middle.getEpochSecond() - 1))
                        .boxed()
                        .toList(),
                questions);
    }

    private static Question monthly(Monthly.Numbered day, LocalTime at, Instant middle) {
        return Question.of(
                new Monthly(day, at),
                middle,
                40,
                Map.of(
                        "kind",
                        "MONTHLY",
                        "dayOfMonth",
                        day.number(),
                        "shortMonths",
                        day.shortMonths().name(),
                        "at",
                        at.toSecondOfDay()));
    }

    /** An instant in every half month of the years. */
    private static List<Long> monthly() {
        return LongStream.iterate(FROM.getEpochSecond(), at -> at < TO.getEpochSecond(), at -> at + 15 * 86_400)
                .boxed()
                .toList();
    }

    /** Where the JDK and the oracle know different offsets. */
    private static List<String> disagreements(ZoneId zone, List<Long> probes, JsonNode offsets) {
        var found = new ArrayList<String>();
        for (int i = 0; i < probes.size(); i++) {
            var at = Instant.ofEpochSecond(probes.get(i));
            var ours = zone.getRules().getOffset(at).getTotalSeconds();
            var theirs = offsets.get(i).asInt();
            if (ours != theirs) {
                found.add("%s at %s: %+d s in the JDK, %+d s in Node"
                        .formatted(zone, at.truncatedTo(ChronoUnit.SECONDS), ours, theirs));
            }
        }
        return found;
    }

    private static List<JsonNode> answers(Path folder, Map<ZoneId, List<Case>> cases) throws Exception {
        var questions = folder.resolve("questions");
        var answers = folder.resolve("answers");
        var errors = folder.resolve("errors");
        try (var writer = Files.newBufferedWriter(questions)) {
            for (var ofZone : cases.entrySet()) {
                writer.write(JSON.writeValueAsString(Map.of(
                        "zone",
                        ofZone.getKey().getId(),
                        "probes",
                        monthly(),
                        "cases",
                        ofZone.getValue().stream().map(Case::json).toList())));
                writer.newLine();
            }
        }
        var node = new ProcessBuilder("node", "fire-times.mjs", questions.toString())
                .directory(Path.of("src/test/node").toFile())
                .redirectOutput(answers.toFile())
                .redirectError(errors.toFile())
                .start();
        var ended = node.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
        node.destroyForcibly();
        assertThat(ended).as("node ends within %s", LIMIT).isTrue();
        assertThat(node.waitFor()).as(Files.readString(errors)).isZero();
        return read(answers);
    }

    private static List<JsonNode> read(Path answers) throws IOException {
        try (var lines = Files.lines(answers)) {
            return lines.<JsonNode>map(JSON::readTree).toList();
        }
    }
}
