package dev.longshore.scheduler.firing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.longshore.scheduler.run.RunState;
import dev.longshore.scheduler.testing.Jobs;
import dev.longshore.scheduler.testing.Runs.Link;
import dev.longshore.scheduler.testing.SchedulerApi.Answer;
import dev.longshore.testing.KafkaExtension;
import dev.longshore.testing.PostgresExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The windows of SINCE_LAST jobs. Each test begins at midnight of a day of its own and looks at its own jobs. */
class ChainIT {
    private static final String JOBS = "/api/v1/jobs/";
    private static final String LAST_HOUR = "{\"kind\": \"LAST\", \"amount\": 1, \"unit\": \"HOURS\"}";

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
    void every_chain_is_sound_and_the_next_day_begins() {
        assertThat(scheduler.runs.faults()).isEmpty();
        var tomorrow = scheduler.now().atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1);
        scheduler.clock.set(tomorrow.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    @Test
    void each_window_starts_where_the_one_before_it_ended() {
        var id = scheduler.api.create(Jobs.CHAIN);

        hours(1);
        scheduler.completeAllOf(id);
        hours(1);
        scheduler.completeAllOf(id);
        assertThat(scheduler.runs.issuedFor(id))
                .containsExactly("01:00 COMPLETED [00:00, 01:00)", "02:00 COMPLETED [01:00, 02:00)");
    }

    @Test
    void the_first_window_starts_where_the_job_says() {
        var midnight = scheduler.now();
        var early = scheduler.api.create(sinceLast(midnight.minus(Duration.ofHours(5))));
        var late = scheduler.api.create(sinceLast(midnight.plus(Duration.ofMinutes(90))));

        hours(2);
        scheduler.completeAllOf(early);
        scheduler.completeAllOf(late);
        assertThat(scheduler.runs.issuedFor(early))
                .containsExactly("01:00 COMPLETED [19:00, 01:00)", "02:00 COMPLETED [01:00, 02:00)");
        assertThat(scheduler.runs.issuedFor(late)).containsExactly("02:00 COMPLETED [01:30, 02:00)");
        assertThat(scheduler.runs.skippedFor(late)).containsExactly(midnight.plus(Duration.ofHours(1)));
    }

    @Test
    void the_start_can_be_edited_until_the_first_run_and_not_after() {
        var midnight = scheduler.now();
        var id = scheduler.api.create(Jobs.CHAIN);
        var from = midnight.minus(Duration.ofHours(2));
        assertThat(changes(put(id, sinceLast(from), 1).hasStatus(200)))
                .singleElement()
                .asString()
                .contains("22:00 to ", "00:00 is exported more than once");

        hours(1);
        scheduler.completeAllOf(id);
        assertThat(scheduler.runs.issuedFor(id)).containsExactly("01:00 COMPLETED [22:00, 01:00)");
        var refused = put(id, sinceLast(from.minusSeconds(1)), 2).hasStatus(400);
        assertThat(refused.text("/errors/0/field")).isEqualTo("dateRange.from");
        assertThat(refused.text("/errors/0/message")).contains(from.toString());
        put(id, sinceLast(from), 2).hasStatus(200);
        put(id, Jobs.CHAIN, 3).hasStatus(200);
    }

    @Test
    void a_job_that_runs_one_time_has_no_previous_window() {
        var job = Jobs.with(Jobs.CHAIN, "schedule", "{\"kind\": \"ONCE\", \"startAt\": null}");

        var refused = scheduler.api.post("/api/v1/jobs", job).hasStatus(400);
        assertThat(refused.text("/errors/0/field")).isEqualTo("dateRange.kind");
        assertThat(refused.text("/errors/0/rejected")).isEqualTo("SINCE_LAST");
    }

    @Test
    void a_failed_or_cancelled_run_keeps_its_window_and_a_retry_exports_it_again() {
        var id = scheduler.api.create(Jobs.CHAIN);
        hours(1);
        scheduler.settle();
        var failed = scheduler.atWork(id);
        scheduler.end(failed, RunState.FAILED);
        hours(1);
        scheduler.settle();
        scheduler.end(scheduler.atWork(id), RunState.CANCELLED);

        scheduler.api.post("/api/v1/runs/" + failed + "/retry", "").hasStatus(202);
        scheduler.completeAllOf(id);
        hours(1);
        scheduler.completeAllOf(id);
        assertThat(scheduler.runs.issuedFor(id))
                .containsExactly(
                        "01:00 FAILED [00:00, 01:00)",
                        "01:00 COMPLETED [00:00, 01:00)",
                        "02:00 CANCELLED [01:00, 02:00)",
                        "03:00 COMPLETED [02:00, 03:00)");
        assertThat(scheduler.runs.chainOf(id)).hasSize(3).extracting(Link::run).contains(failed);
    }

    @Test
    void a_run_by_hand_exports_the_window_so_far_and_leaves_it_to_the_schedule() {
        var id = scheduler.api.create(Jobs.CHAIN);
        hours(1);
        scheduler.completeAllOf(id);
        scheduler.clock.advance(Duration.ofMinutes(20));
        scheduler.api.post(JOBS + id + "/runs", "").hasStatus(202);
        scheduler
                .api
                .post(
                        JOBS + id + "/runs",
                        "{\"window\": {\"from\": \"2026-01-01T00:00:00Z\", \"to\": \"2026-01-01T06:00:00Z\"}}")
                .hasStatus(202);
        scheduler.completeAllOf(id);
        scheduler.clock.advance(Duration.ofMinutes(40));
        scheduler.completeAllOf(id);

        assertThat(scheduler.runs.issuedFor(id))
                .containsExactly(
                        "01:00 COMPLETED [00:00, 01:00)",
                        "01:20 COMPLETED [01:00, 01:20)",
                        "01:20 COMPLETED [00:00, 06:00)",
                        "02:00 COMPLETED [01:00, 02:00)");
        assertThat(scheduler.runs.chainOf(id)).hasSize(2);
    }

    @Test
    void an_edit_of_schedule_or_zone_neither_drops_nor_doubles_data() {
        var id = scheduler.api.create(Jobs.CHAIN);
        hours(3);
        scheduler.completeAllOf(id);
        hours(2);
        var daily = Jobs.with(Jobs.CHAIN, "schedule", "{\"kind\": \"DAILY\", \"at\": \"08:30\"}");

        // Two fire times are due and not issued: the new schedule takes over from there.
        var answer = put(id, daily, 1).hasStatus(200);
        assertThat(changes(answer))
                .containsExactly(
                        "The next run is at %s 08:30 UTC instead of %s 04:00".formatted(today(), today()),
                        "The next window starts at %s 03:00, where the last one ended: nothing is left out or exported twice"
                                .formatted(today()));
        put(id, Jobs.with(daily, "timeZone", "\"Europe/Rome\""), 2).hasStatus(200);
        hours(3);
        scheduler.completeAllOf(id);
        put(id, Jobs.CHAIN, 3).hasStatus(200);
        hours(1);
        scheduler.completeAllOf(id);
        assertThat(scheduler.runs.issuedFor(id))
                .endsWith(
                        "03:00 COMPLETED [02:00, 03:00)",
                        "07:30 COMPLETED [03:00, 07:30)",
                        "09:00 COMPLETED [07:30, 09:00)");
    }

    @Test
    void a_job_that_becomes_a_chain_goes_on_from_its_last_window() {
        var id = scheduler.api.create(Jobs.with(Jobs.CHAIN, "dateRange", LAST_HOUR));
        hours(1);
        scheduler.completeAllOf(id);
        hours(1);

        assertThat(changes(put(id, Jobs.CHAIN, 1).hasStatus(200)))
                .containsExactly(
                        "The next window starts at %s 01:00, where the last one ended: nothing is left out or exported twice"
                                .formatted(today()));
        hours(1);
        scheduler.completeAllOf(id);
        assertThat(scheduler.runs.issuedFor(id))
                .containsExactly(
                        "01:00 COMPLETED [00:00, 01:00)",
                        "02:00 COMPLETED [01:00, 02:00)",
                        "03:00 COMPLETED [02:00, 03:00)");
    }

    @Test
    void a_chain_that_is_taken_up_again_counts_what_was_exported_meanwhile() {
        var midnight = scheduler.now();
        var id = scheduler.api.create(Jobs.CHAIN);
        hours(1);
        scheduler.completeAllOf(id);
        var lastHour = Jobs.with(Jobs.CHAIN, "dateRange", LAST_HOUR);
        assertThat(changes(put(id, lastHour, 1).hasStatus(200)))
                .singleElement()
                .asString()
                .contains("nothing is left out or exported twice");
        hours(2);
        scheduler.completeAllOf(id);

        put(id, Jobs.CHAIN, 2).hasStatus(200);
        hours(1);
        scheduler.completeAllOf(id);
        assertThat(scheduler.runs.issuedFor(id)).endsWith("04:00 COMPLETED [03:00, 04:00)");
        assertThat(scheduler.runs.chainOf(id))
                .extracting(Link::from, Link::to)
                .containsExactly(
                        tuple(midnight, at(midnight, 1)),
                        tuple(at(midnight, 1), at(midnight, 3)),
                        tuple(at(midnight, 3), at(midnight, 4)));
    }

    @Test
    void a_chain_that_is_taken_up_again_exports_what_other_windows_left_out() {
        var id = scheduler.api.create(Jobs.CHAIN);
        hours(1);
        scheduler.completeAllOf(id);
        var everyThree = Jobs.with(Jobs.CHAIN, "schedule.everyHours", "3");
        assertThat(changes(put(id, Jobs.with(everyThree, "dateRange", LAST_HOUR), 1)
                        .hasStatus(200)))
                .contains("%s 01:00 to %s 02:00 is not exported by this job".formatted(today(), today()));
        hours(3);
        scheduler.completeAllOf(id);

        assertThat(changes(put(id, Jobs.CHAIN, 2).hasStatus(200)))
                .contains("%s 01:00 to %s 03:00 is exported more than once".formatted(today(), today()));
        hours(1);
        scheduler.completeAllOf(id);
        assertThat(scheduler.runs.issuedFor(id)).endsWith("05:00 COMPLETED [01:00, 05:00)");
    }

    @Test
    void the_preview_of_a_saved_job_goes_on_from_its_chain() {
        var id = scheduler.api.create(sinceLast(scheduler.now().minus(Duration.ofHours(9))));
        var fresh =
                scheduler.api.post("/api/v1/jobs/preview?count=2", Jobs.CHAIN).hasStatus(200);
        assertThat(fresh.text("/fireTimes/0/window/from"))
                .isEqualTo(scheduler.now().toString());

        var saved = scheduler
                .api
                .post(
                        "/api/v1/jobs/preview?count=2",
                        scheduler.api.get(JOBS + id).body().toString())
                .hasStatus(200);
        assertThat(saved.text("/fireTimes/0/window/from"))
                .isEqualTo(scheduler.now().minus(Duration.ofHours(9)).toString());
        assertThat(saved.text("/fireTimes/1/window/from")).isEqualTo(saved.text("/fireTimes/0/window/to"));
    }

    @Test
    void the_database_takes_neither_a_gap_nor_an_overlap() {
        var midnight = scheduler.now();
        var id = scheduler.api.create(Jobs.CHAIN);
        hours(2);
        scheduler.completeAllOf(id);

        assertThatThrownBy(() -> link(id, at(midnight, 3), at(midnight, 4)))
                .as("a gap")
                .rootCause()
                .hasMessageContaining("chain_link_no_gap");
        assertThatThrownBy(() -> link(id, at(midnight, 1), at(midnight, 3)))
                .as("an overlap")
                .rootCause()
                .hasMessageContaining("chain_link_no_overlap");
        assertThatThrownBy(() -> link(id, at(midnight, 2), at(midnight, 2)))
                .as("an empty window")
                .rootCause()
                .hasMessageContaining("chain_link_not_empty");
        assertThatThrownBy(() ->
                        postgres.execute("DELETE FROM scheduler.chain_link WHERE job_id = '%s' AND window_to = '%s'"
                                .formatted(id, at(midnight, 1))))
                .as("a hole")
                .rootCause()
                .hasMessageContaining("chain_link_no_gap");
        link(id, at(midnight, 2), at(midnight, 3));
    }

    private static void link(String id, Instant from, Instant to) {
        postgres.execute(
                "INSERT INTO scheduler.chain_link (job_id, window_from, window_to, created_at) VALUES ('%s', '%s', '%s', now())"
                        .formatted(id, from, to));
    }

    private static Answer put(String id, String job, int version) {
        return scheduler.api.put(JOBS + id, job, "If-Match", "\"%d\"".formatted(version));
    }

    private static List<String> changes(Answer answer) {
        return answer.body()
                .required("changes")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static String sinceLast(Instant from) {
        return Jobs.with(Jobs.CHAIN, "dateRange", "{\"kind\": \"SINCE_LAST\", \"from\": \"%s\"}".formatted(from));
    }

    private static void hours(int hours) {
        scheduler.clock.advance(Duration.ofHours(hours));
    }

    private static Instant at(Instant midnight, int hour) {
        return midnight.plus(Duration.ofHours(hour));
    }

    /** For example "24 November". */
    private static String today() {
        return DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH)
                .format(scheduler.now().atOffset(ZoneOffset.UTC));
    }
}
