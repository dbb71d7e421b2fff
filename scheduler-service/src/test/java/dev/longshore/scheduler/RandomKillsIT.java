package dev.longshore.scheduler;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.platform.fault.FaultPoints;
import dev.longshore.scheduler.run.RunLedger;
import dev.longshore.scheduler.testing.Jobs;
import dev.longshore.scheduler.testing.ManyJobs;
import dev.longshore.scheduler.testing.SchedulerInstance;
import dev.longshore.scheduler.testing.TopicReader;
import dev.longshore.testing.Eventually;
import dev.longshore.testing.KafkaExtension;
import dev.longshore.testing.MutableClock;
import dev.longshore.testing.PostgresExtension;
import dev.longshore.testing.SampleSize;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Five schedulers race for ten thousand fire times on one database, or for a hundred thousand in a full run. Again and
 * again one of them is killed: between a run and its commit, or wherever it happens to be when the server ends its
 * connections.
 */
@Tag("fault")
class RandomKillsIT {
    private static final int SCHEDULERS = 5;
    private static final int JOBS = 1_000;
    private static final int HOURS = SampleSize.of(10, 100);
    private static final int ONE_RUN_KILLS_IN = SampleSize.of(500, 2_000);
    private static final int ONE_LOOK_KILLS_IN = 5;
    private static final long SEED = 20261126;
    private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant END = START.plus(Duration.ofHours(HOURS));
    private static final String HOURLY =
            Jobs.with(Jobs.with(Jobs.HOURLY, "schedule.minute", "0"), "timeZone", "\"UTC\"");

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @RegisterExtension
    static final KafkaExtension kafka = new KafkaExtension();

    private final MutableClock clock = MutableClock.at(START);
    private final Random random = new Random(SEED);
    private final ManyJobs jobs = new ManyJobs(postgres);
    private final AtomicInteger killedBeforeCommit = new AtomicInteger();
    private int killedAnywhere;

    /** Which fire time of which job. */
    private record FireTimeOfJob(String job, Instant fireTime) {}

    @Test
    void no_fire_time_is_lost_or_doubled_whoever_is_killed() {
        List<SchedulerInstance> schedulers = new ArrayList<>();
        try (var topics = new TopicReader(kafka)) {
            for (int i = 0; i < SCHEDULERS; i++) {
                schedulers.add(start(i));
            }
            jobs.multiply(schedulers.get(0).api().create(HOURLY), JOBS);

            raceAndKill();

            assertThat(killedBeforeCommit.get()).as("killed before a commit").isPositive();
            assertThat(killedAnywhere).as("killed anywhere").isPositive();
            assertEachFireTimeHasItsRun();
            assertEachRunIsStartedOnce(topics);
        } finally {
            schedulers.forEach(SchedulerInstance::close);
        }
    }

    /** Their warnings about lost connections are of no interest. */
    private SchedulerInstance start(int number) {
        return SchedulerInstance.on(postgres, kafka)
                .clock(clock::instant)
                .faults(killing(new Random(SEED + number)))
                .with("longshore.scheduler.firing.interval", "10ms")
                .with("spring.datasource.hikari.maximum-pool-size", 4)
                .with("spring.datasource.hikari.data-source-properties.ApplicationName", "scheduler-" + number)
                .with("logging.level.root", "OFF")
                .with("logging.level.dev.longshore", "OFF")
                .start();
    }

    private FaultPoints killing(Random chance) {
        return (point, detail) -> {
            if (point.equals(RunLedger.BEFORE_COMMIT_OF_RUN) && chance.nextInt(ONE_RUN_KILLS_IN) == 0) {
                killedBeforeCommit.incrementAndGet();
                throw new IllegalStateException("killed");
            }
        };
    }

    /** An hour passes with each look, and the workers end what they have been told to start. */
    private void raceAndKill() {
        Eventually.within(Duration.ofMinutes(5)).isTrue("no job is due any more", () -> {
            if (clock.instant().isBefore(END)) {
                clock.advance(Duration.ofHours(1));
            }
            jobs.endRuns(clock.instant());
            if (random.nextInt(ONE_LOOK_KILLS_IN) == 0) {
                kill(random.nextInt(SCHEDULERS));
            }
            return clock.instant().equals(END)
                    && jobs.ask("SELECT count(*) FROM scheduler.job WHERE next_fire_time <= '%s'".formatted(END)) == 0;
        });
    }

    /** What it was doing is undone by the server, as when its process ends. */
    private void kill(int scheduler) {
        postgres.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'scheduler-%d'"
                        .formatted(scheduler));
        killedAnywhere++;
    }

    private void assertEachFireTimeHasItsRun() {
        assertThat(jobs.ask("SELECT count(*) FROM scheduler.run")).as("runs").isEqualTo((long) JOBS * HOURS);
        assertThat(jobs.ask("""
                        SELECT count(*) FROM (
                            SELECT job_id, at FROM scheduler.job, generate_series(
                                timestamptz '%s' + interval '1 hour', '%s', interval '1 hour') at
                            EXCEPT SELECT job_id, fire_time FROM scheduler.run) lost
                        """.formatted(START, END)))
                .as("fire times without a run")
                .isZero();
    }

    /** A relay that was killed may have sent a command twice; then it is the same one, of the same run. */
    private void assertEachRunIsStartedOnce(TopicReader topics) {
        Eventually.within(Duration.ofMinutes(2))
                .isTrue("all messages are sent", () -> jobs.ask("SELECT count(*) FROM scheduler.outbox") == 0);
        var commands = topics.startRuns();
        var runs = commands.stream().map(command -> command.getRunId()).collect(toSet());
        var fireTimes = commands.stream()
                .map(command -> new FireTimeOfJob(
                        command.getJobId(),
                        command.getStartRun().getSpecification().getFireTime()))
                .collect(toSet());
        assertThat(runs).as("runs on the topic").hasSize(JOBS * HOURS);
        assertThat(fireTimes).as("fire times on the topic").hasSize(JOBS * HOURS);
    }
}
