package dev.longshore.scheduler.firing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.scheduler.settings.MissedRuns;
import dev.longshore.scheduler.testing.Jobs;
import dev.longshore.scheduler.testing.Runs;
import dev.longshore.testing.KafkaExtension;
import dev.longshore.testing.PostgresExtension;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Five fire times of an hourly job are missed, on each path on which that can happen. Each test begins at midnight of a
 * day of its own.
 */
class MissedRunsIT {
    private static final String JOBS = "/api/v1/jobs/";
    private static final String LAST_HOUR =
            Jobs.with(Jobs.CHAIN, "dateRange", "{\"kind\": \"LAST\", \"amount\": 1, \"unit\": \"HOURS\"}");

    private enum Path {
        OUTAGE,
        RESUMPTION,
        EDIT_OF_THE_TITLE,
        EDIT_OF_THE_SCHEDULE
    }

    private record Expected(List<String> issued, int skipped, String next) {}

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @RegisterExtension
    static final KafkaExtension kafka = new KafkaExtension();

    private static DrivenScheduler scheduler;

    @BeforeAll
    static void start() {
        scheduler = new DrivenScheduler(postgres, kafka, "2026-11-23T00:00:00Z");
    }

    @AfterAll
    static void stop() {
        scheduler.close();
    }

    @AfterEach
    void all_is_sound_and_the_next_day_begins() {
        assertThat(scheduler.runs.faults()).isEmpty();
        var tomorrow = scheduler.now().atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1);
        scheduler.clock.set(tomorrow.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    static Stream<Arguments> policiesAndPaths() {
        return Arrays.stream(MissedRuns.values())
                .flatMap(policy -> Arrays.stream(Path.values()).map(path -> Arguments.of(policy, path)));
    }

    @ParameterizedTest(name = "{0} after {1}")
    @MethodSource("policiesAndPaths")
    void the_last_hours_get_the_same_answer_on_every_path(MissedRuns policy, Path path) {
        var expected = switch (policy) {
            case EACH ->
                new Expected(
                        List.of(
                                "01:00 COMPLETED [00:00, 01:00)",
                                "02:00 COMPLETED [01:00, 02:00)",
                                "03:00 COMPLETED [02:00, 03:00)",
                                "04:00 COMPLETED [03:00, 04:00)",
                                "05:00 COMPLETED [04:00, 05:00)"),
                        0,
                        "06:00 COMPLETED [05:00, 06:00)");
            case LATEST -> new Expected(List.of("05:00 COMPLETED [04:00, 05:00)"), 4, "06:00 COMPLETED [05:00, 06:00)");
            case MERGED -> new Expected(List.of("05:00 COMPLETED [00:00, 05:00)"), 0, "06:00 COMPLETED [05:00, 06:00)");
            case NONE -> new Expected(List.of(), 5, "06:00 COMPLETED [05:00, 06:00)");
        };
        check(LAST_HOUR, policy, path, expected);
    }

    @ParameterizedTest(name = "{0} after {1}")
    @MethodSource("policiesAndPaths")
    void a_chain_gets_the_same_answer_on_every_path_and_loses_no_data(MissedRuns policy, Path path) {
        var expected = switch (policy) {
            case EACH ->
                new Expected(
                        List.of(
                                "01:00 COMPLETED [00:00, 01:00)",
                                "02:00 COMPLETED [01:00, 02:00)",
                                "03:00 COMPLETED [02:00, 03:00)",
                                "04:00 COMPLETED [03:00, 04:00)",
                                "05:00 COMPLETED [04:00, 05:00)"),
                        0,
                        "06:00 COMPLETED [05:00, 06:00)");
            case LATEST -> new Expected(List.of("05:00 COMPLETED [00:00, 05:00)"), 4, "06:00 COMPLETED [05:00, 06:00)");
            case MERGED -> new Expected(List.of("05:00 COMPLETED [00:00, 05:00)"), 0, "06:00 COMPLETED [05:00, 06:00)");
            case NONE -> new Expected(List.of(), 5, "06:00 COMPLETED [00:00, 06:00)");
        };
        check(Jobs.CHAIN, policy, path, expected);
    }

    // P56
    @Test
    void a_suspended_job_says_beforehand_what_a_resumption_would_have_to_catch_up_with() {
        var id = scheduler.api.create(LAST_HOUR);
        var day = scheduler.now().toString().substring(0, 10);
        scheduler.api.post(JOBS + id + "/suspend", "").hasStatus(200);
        scheduler.clock.advance(Duration.ofHours(5).plusMinutes(30));
        scheduler.settle();

        var missed = scheduler.api.get(JOBS + id + "/missed").hasStatus(200);

        assertThat(missed.text("/count")).isEqualTo("5");
        assertThat(missed.text("/more")).isEqualTo("false");
        assertThat(missed.text("/fireTimes/0/at")).isEqualTo(day + "T01:00:00Z");
        assertThat(missed.text("/fireTimes/0/window/from")).isEqualTo(day + "T00:00:00Z");
        assertThat(missed.text("/latest/from")).isEqualTo(day + "T04:00:00Z");
        assertThat(missed.text("/merged/from")).isEqualTo(day + "T00:00:00Z");
        assertThat(missed.text("/merged/to")).isEqualTo(day + "T05:00:00Z");

        scheduler.api.post(JOBS + id + "/resume", "{\"missedRuns\": \"NONE\"}").hasStatus(200);
        assertThat(scheduler.api.get(JOBS + id + "/missed").text("/count"))
                .as("of an active job")
                .isEqualTo("0");
        scheduler.completeAllOf(id);
        scheduler.api.post(JOBS + id + "/suspend", "").hasStatus(200);
    }

    private static void check(String settings, MissedRuns policy, Path path, Expected expected) {
        var job = Jobs.with(settings, "missedRuns", "\"%s\"".formatted(policy));
        var id = scheduler.api.create(job);
        var missed = Duration.ofHours(5).plusMinutes(30);
        switch (path) {
            case OUTAGE -> scheduler.clock.advance(missed);
            case RESUMPTION -> {
                scheduler.api.post(JOBS + id + "/suspend", "").hasStatus(200);
                scheduler.clock.advance(missed);
                scheduler.settle();
                assertThat(scheduler.runs.of(id)).as("runs of a suspended job").isEmpty();
                scheduler.api.post(JOBS + id + "/resume", "").hasStatus(200);
            }
            case EDIT_OF_THE_TITLE -> {
                scheduler.clock.advance(missed);
                save(id, Jobs.with(job, "title", "\"Renamed\""));
            }
            case EDIT_OF_THE_SCHEDULE -> {
                scheduler.clock.advance(missed);
                save(id, Jobs.with(job, "timeZone", "\"Africa/Accra\""));
            }
        }
        scheduler.completeAllOf(id);
        assertThat(scheduler.runs.issuedFor(id)).isEqualTo(expected.issued());
        assertThat(scheduler.runs.skippedFor(id)).hasSize(expected.skipped());

        scheduler.clock.advance(Duration.ofMinutes(30));
        scheduler.completeAllOf(id);
        assertThat(scheduler.runs.issuedFor(id)).endsWith(expected.next());
        assertThat(scheduler.runs.of(id)).extracting(Runs.Stored::trigger).containsOnly("SCHEDULE");
        scheduler.api.post(JOBS + id + "/suspend", "").hasStatus(200);
    }

    private static void save(String id, String job) {
        scheduler.api.put(JOBS + id, job, "If-Match", "\"1\"").hasStatus(200);
    }
}
