package dev.longshore.scheduler.firing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.scheduler.run.RunState;
import dev.longshore.scheduler.testing.Jobs;
import dev.longshore.scheduler.testing.Runs;
import dev.longshore.testing.KafkaExtension;
import dev.longshore.testing.PostgresExtension;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Ten thousand steps at random through the life of jobs, over days on which clocks change. After each step that does more
 * than move the clock, every chain of windows is without gap and overlap, no fire time has two runs, and states are legal.
 */
class RandomWalkIT {
    private static final long SEED = 20261126;
    private static final int STEPS = 10_000;
    private static final int MOST_JOBS = 6;
    private static final int FULL_CHECK_EVERY = 500;
    private static final List<RunState> NEWS = List.of(
            RunState.PLANNED,
            RunState.RUNNING,
            RunState.COMPLETED,
            RunState.COMPLETED,
            RunState.COMPLETED,
            RunState.FAILED,
            RunState.CANCELLED);
    private static final String JOBS = "/api/v1/jobs/";
    private static final List<String> ZONES = List.of(
            "UTC", "Europe/Rome", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kolkata");
    private static final List<String> SCHEDULES = List.of(
            "{\"kind\": \"HOURLY\", \"everyHours\": 1, \"minute\": 0}",
            "{\"kind\": \"HOURLY\", \"everyHours\": 5, \"minute\": 30}",
            "{\"kind\": \"DAILY\", \"at\": \"02:30\"}",
            "{\"kind\": \"WEEKLY\", \"dayOfWeek\": \"SUNDAY\", \"at\": \"02:00\"}",
            "{\"kind\": \"MONTHLY\", \"dayOfMonth\": 31, \"at\": \"03:00\"}");
    private static final List<String> DATE_RANGES = List.of(
            "{\"kind\": \"SINCE_LAST\"}",
            "{\"kind\": \"SINCE_LAST\"}",
            "{\"kind\": \"SINCE_LAST\"}",
            "{\"kind\": \"LAST\", \"amount\": 1, \"unit\": \"HOURS\"}",
            "{\"kind\": \"ALL\"}");

    /** What a step can do, and how often it does. */
    private enum Step {
        LOOK(22),
        TICK(18),
        NEWS(26),
        LATE_NEWS(1),
        EDIT(4),
        CREATE(3),
        OUTAGE(2),
        SUSPEND(2),
        RESUME(4),
        CANCEL(2),
        RETRY(2),
        RUN_NOW(2),
        BACKFILL(1),
        CANCEL_BACKFILL(1),
        TO_CLOCK_CHANGE(2);

        private final int weight;

        Step(int weight) {
            this.weight = weight;
        }

        private static Step any(Random random) {
            var left = random.nextInt(
                    Arrays.stream(values()).mapToInt(step -> step.weight).sum());
            for (var step : values()) {
                left -= step.weight;
                if (left < 0) {
                    return step;
                }
            }
            throw new IllegalStateException("weights do not add up");
        }
    }

    private static final Set<Step> OF_THE_CLOCK = EnumSet.of(Step.TICK, Step.OUTAGE, Step.TO_CLOCK_CHANGE);

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @RegisterExtension
    static final KafkaExtension kafka = new KafkaExtension();

    private static DrivenScheduler scheduler;
    private static StateChanges changes;

    private final Random random = new Random(SEED);
    private final List<String> jobs = new ArrayList<>();
    private final Map<Step, Integer> taken = new EnumMap<>(Step.class);

    @BeforeAll
    static void start() throws SQLException {
        scheduler = new DrivenScheduler(
                postgres,
                kafka,
                "2026-03-01T00:00:00Z",
                "longshore.scheduler.firing.catch-up-limit",
                "6",
                "logging.level.dev.longshore",
                "WARN");
        scheduler.stopRelay();
        changes = StateChanges.of(scheduler.runs.database());
    }

    @AfterAll
    static void stop() {
        scheduler.close();
    }

    @Test
    void chains_stay_whole_and_states_legal_whatever_happens() throws SQLException {
        for (int number = 1; number <= STEPS; number++) {
            var step = Step.any(random);
            var happened = take(step);
            if (happened) {
                taken.merge(step, 1, Integer::sum);
            }
            if ((!happened || OF_THE_CLOCK.contains(step)) && number % FULL_CHECK_EVERY != 0) {
                continue; // nothing is there that was not looked at after the step before
            }
            var faults = new ArrayList<>(changes.illegal());
            faults.addAll(number % FULL_CHECK_EVERY == 0 ? scheduler.runs.faults() : scheduler.runs.recentFaults());
            assertThat(faults)
                    .as("seed %d, step %d, %s at %s", SEED, number, step, scheduler.now())
                    .isEmpty();
        }
        System.out.printf("steps %s, links %d, clock %s%n", taken, scheduler.runs.links(), scheduler.now());
        assertThat(taken).as("each step was taken").containsOnlyKeys(Step.values());
        assertThat(scheduler.runs.links()).as("windows in chains").isGreaterThan(300);
    }

    /** @return false when the step was not possible */
    private boolean take(Step step) {
        if (jobs.isEmpty() && step != Step.CREATE) {
            return false;
        }
        return switch (step) {
            case CREATE -> create();
            case EDIT -> edit(any(jobs));
            case SUSPEND -> post(JOBS + any(jobs) + "/suspend", "{\"reason\": \"walk\"}");
            case RESUME -> post(JOBS + any(jobs) + "/resume", "{\"missedRuns\": \"%s\"}".formatted(anyPolicy()));
            case LOOK -> scheduler.look();
            case TICK -> advance(Duration.ofMinutes(10L + random.nextInt(110)));
            case OUTAGE -> advance(Duration.ofHours(3L + random.nextInt(22)));
            case TO_CLOCK_CHANGE -> toClockChange();
            case NEWS -> news();
            case LATE_NEWS -> lateNews();
            case CANCEL -> command("/cancel", false);
            case RETRY -> command("/retry", true);
            case RUN_NOW -> post(JOBS + any(jobs) + "/runs", "");
            case BACKFILL -> backfill(any(jobs));
            case CANCEL_BACKFILL -> cancelBackfill(any(jobs));
        };
    }

    /** Another job makes room for a new one, if nothing of it is unended. */
    private boolean create() {
        if (jobs.size() == MOST_JOBS) {
            var old = any(jobs);
            var status = scheduler.api.delete(JOBS + old).status();
            assertThat(status).as("answer to the deletion of " + old).isIn(204, 409);
            if (status == 409) {
                return false;
            }
            jobs.remove(old);
        }
        jobs.add(scheduler.api.create(anySettings()));
        return true;
    }

    private boolean edit(String job) {
        var version = scheduler.api.get(JOBS + job).body().required("version").asInt();
        scheduler
                .api
                .put(JOBS + job, anySettings(), "If-Match", "\"%d\"".formatted(version))
                .hasStatus(200);
        return true;
    }

    /** The workers say how far a run at work is; not always in order. */
    private boolean news() {
        var atWork = scheduler.runs.atWork();
        if (atWork.isEmpty()) {
            return false;
        }
        scheduler.end(any(atWork), any(NEWS));
        return true;
    }

    /** News of a run that has ended already. */
    private boolean lateNews() {
        var ended = scheduler.runs.of(any(jobs)).stream()
                .filter(run -> run.started() && state(run).isEnded())
                .toList();
        if (ended.isEmpty()) {
            return false;
        }
        scheduler.end(any(ended).id(), any(NEWS));
        return true;
    }

    private boolean command(String command, boolean ended) {
        var candidates = scheduler.runs.of(any(jobs)).stream()
                .filter(run -> ended == state(run).isEnded())
                .map(Runs.Stored::id)
                .toList();
        return !candidates.isEmpty() && post("/api/v1/runs/" + any(candidates) + command, "");
    }

    /** A range of up to eight hours, which ended within the last two days. */
    private boolean backfill(String job) {
        var to = scheduler.now().minus(Duration.ofMinutes(random.nextInt(2 * 24 * 60)));
        var from = to.minus(Duration.ofMinutes(1L + random.nextInt(8 * 60)));
        return post(JOBS + job + "/backfills", "{\"from\": \"%s\", \"to\": \"%s\"}".formatted(from, to));
    }

    private boolean cancelBackfill(String job) {
        var backfills = scheduler.api.get(JOBS + job + "/backfills").body().required("items");
        return !backfills.isEmpty()
                && post(
                        JOBS + job + "/backfills/"
                                + backfills
                                        .get(random.nextInt(backfills.size()))
                                        .required("id")
                                        .asString()
                                + "/cancel",
                        "");
    }

    private static RunState state(Runs.Stored run) {
        return RunState.valueOf(run.state());
    }

    private boolean toClockChange() {
        var rules = ZoneId.of(any(ZONES)).getRules();
        var change = rules.nextTransition(scheduler.now().plus(Duration.ofHours(3)));
        if (change == null || change.getInstant().isAfter(scheduler.now().plus(Duration.ofDays(10)))) {
            return false;
        }
        scheduler.clock.set(change.getInstant().minus(Duration.ofMinutes(random.nextInt(150))));
        return true;
    }

    private boolean advance(Duration duration) {
        scheduler.clock.advance(duration);
        return true;
    }

    private boolean post(String path, String body) {
        var status = scheduler.api.post(path, body).status();
        assertThat(status).as("answer to " + path).isIn(200, 202, 409);
        return status != 409;
    }

    private String anySettings() {
        var job = Jobs.with(Jobs.CHAIN, "schedule", any(SCHEDULES));
        job = Jobs.with(job, "timeZone", "\"%s\"".formatted(any(ZONES)));
        job = Jobs.with(job, "dateRange", any(DATE_RANGES));
        job = Jobs.with(job, "missedRuns", "\"%s\"".formatted(anyPolicy()));
        return Jobs.with(job, "overlap", any(List.of("\"WAIT\"", "\"SKIP\"")));
    }

    private String anyPolicy() {
        return any(List.of("EACH", "LATEST", "MERGED", "NONE"));
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
