package dev.longshore.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.RunCommand;
import dev.longshore.platform.polling.PollingLoop;
import dev.longshore.scheduler.clock.DatabaseClock;
import dev.longshore.scheduler.run.RunLedger;
import dev.longshore.scheduler.testing.Jobs;
import dev.longshore.scheduler.testing.ManyJobs;
import dev.longshore.scheduler.testing.SchedulerInstance;
import dev.longshore.scheduler.testing.SchedulerProcess;
import dev.longshore.scheduler.testing.TopicReader;
import dev.longshore.testing.Eventually;
import dev.longshore.testing.KafkaExtension;
import dev.longshore.testing.PostgresExtension;
import dev.longshore.testing.ScriptedFaults;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of due jobs when the scheduler that holds them is killed, stands still, or has a clock of its own. */
class KilledSchedulerIT {
    private static final int JOBS = 20;
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(2);

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final ManyJobs MANY = new ManyJobs(postgres);

    @RegisterExtension
    static final KafkaExtension kafka = new KafkaExtension();

    /** The one that nothing happens to; its own clock is an hour slow. */
    private static SchedulerInstance steady;

    private static TopicReader topics;

    @BeforeAll
    static void start() {
        steady = SchedulerInstance.on(postgres, kafka).ownClock(offBy(-1)).start();
        topics = new TopicReader(kafka);
    }

    @AfterAll
    static void stop() {
        topics.close();
        steady.close();
    }

    @TempDir
    Path folder;

    @Test
    void a_killed_scheduler_delays_no_run_by_more_than_ten_seconds() throws Exception {
        try (var victim = SchedulerProcess.start(postgres, kafka, folder.resolve("victim.log"))) {
            lookForDueJobs().stop();
            var jobs = dueSoon();
            victim.awaitParked(PATIENCE);
            lookForDueJobs().start();
            assertThat(startsOf(jobs)).as("what the victim holds").isEmpty();

            var killed = now();
            victim.kill();

            assertEachStartsOnceBefore(killed.plus(LONGEST_DELAY), jobs);
        }
    }

    @Test
    void a_scheduler_that_stands_still_delays_no_run_by_more_than_ten_seconds() throws Exception {
        var faults = new ScriptedFaults();
        var gate = faults.at(RunLedger.BEFORE_COMMIT_OF_RUN).waits();
        try (var frozen = SchedulerInstance.on(postgres, kafka).faults(faults).start()) {
            lookForDueJobs().stop();
            var jobs = dueSoon();
            gate.awaitArrival();
            var standsStill = now();
            lookForDueJobs().start();

            assertEachStartsOnceBefore(standsStill.plus(LONGEST_DELAY), jobs);

            gate.open();
            lookForDueJobs().stop();
            var later = dueSoon();
            assertEachStartsOnceBefore(now().plus(LONGEST_DELAY), later);
            lookForDueJobs().start();
            assertThat(startsOf(jobs)).as("what it held when it goes on").hasSize(JOBS);
            assertThat(frozen.bean("dueJobLoop", PollingLoop.class).isRunning()).isTrue();
        }
    }

    /** The house rules leave an instance no clock but this bean and the database's. */
    @Test
    void clocks_that_are_two_hours_apart_neither_double_nor_lose_nor_move_a_run() {
        try (var fast = SchedulerInstance.on(postgres, kafka).ownClock(offBy(1)).start()) {
            var due = now().plus(SOON);
            var jobs = new ArrayList<String>();
            for (var creator : List.of(steady, fast)) {
                jobs.addAll(MANY.multiply(creator.api().create(onceAt(due)), JOBS / 2));
            }

            var starts = assertEachStartsOnceBefore(due.plus(LONGEST_DELAY), jobs);

            assertThat(starts)
                    .extracting(RunCommand::getIssuedAt)
                    .allSatisfy(at -> assertThat(at).isAfterOrEqualTo(due));
        }
    }

    private static InstantSource offBy(int hours) {
        return InstantSource.offset(InstantSource.system(), Duration.ofHours(hours));
    }

    /** The steady one's. */
    private static PollingLoop lookForDueJobs() {
        return steady.bean("dueJobLoop", PollingLoop.class);
    }

    /** By the database's clock. */
    private static Instant now() {
        return steady.bean(DatabaseClock.class).now();
    }

    /** Jobs that are due at the same instant, once all of them are there. */
    private static List<String> dueSoon() {
        return MANY.multiply(steady.api().create(onceAt(now().plus(SOON))), JOBS);
    }

    private static String onceAt(Instant due) {
        return Jobs.with(Jobs.HOURLY, "schedule", "{\"kind\": \"ONCE\", \"startAt\": \"%s\"}".formatted(due));
    }

    private static List<RunCommand> startsOf(List<String> jobs) {
        return topics.startRuns().stream()
                .filter(command -> jobs.contains(command.getJobId()))
                .toList();
    }

    private static List<RunCommand> assertEachStartsOnceBefore(Instant limit, List<String> jobs) {
        Eventually.within(PATIENCE)
                .holds(
                        "every job starts",
                        () -> assertThat(startsOf(jobs))
                                .extracting(RunCommand::getJobId)
                                .containsAll(jobs));
        var starts = startsOf(jobs);
        assertThat(starts).extracting(RunCommand::getJobId).containsExactlyInAnyOrderElementsOf(jobs);
        assertThat(starts)
                .extracting(RunCommand::getIssuedAt)
                .allSatisfy(at -> assertThat(at).isBefore(limit));
        return starts;
    }
}
