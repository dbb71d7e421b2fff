package dev.longshore.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.RunCommand;
import dev.longshore.platform.polling.PollingLoop;
import dev.longshore.scheduler.run.RunLedger;
import dev.longshore.scheduler.testing.Jobs;
import dev.longshore.scheduler.testing.SchedulerInstance;
import dev.longshore.scheduler.testing.TopicReader;
import dev.longshore.scheduler.testing.WorkerNews;
import dev.longshore.testing.Eventually;
import dev.longshore.testing.KafkaExtension;
import dev.longshore.testing.MutableClock;
import dev.longshore.testing.PostgresExtension;
import dev.longshore.testing.ScriptedFaults;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Three schedulers on one database, one of them with a clock that is an hour ahead, one of them killed. */
class RacingSchedulersIT {
    private static final int JOBS = 30;
    private static final int HOURS = 6;
    private static final int KILLED_IN_HOUR = 3;
    private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");
    private static final String HOURLY =
            Jobs.with(Jobs.with(Jobs.HOURLY, "schedule.minute", "0"), "timeZone", "\"UTC\"");

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @RegisterExtension
    static final KafkaExtension kafka = new KafkaExtension();

    private final MutableClock clock = MutableClock.at(START);
    private final ScriptedFaults faultsOfVictim = new ScriptedFaults();
    private final Set<String> ended = new HashSet<>();

    @Test
    void every_job_and_fire_time_has_exactly_one_run() throws Exception {
        try (var first = scheduler().clock(clock::instant).start();
                var second = scheduler()
                        .clock(() -> clock.instant().plus(Duration.ofMinutes(59)))
                        .start();
                var topics = new TopicReader(kafka)) {
            var victim = scheduler()
                    .clock(clock::instant)
                    .faults(faultsOfVictim)
                    .with("spring.datasource.hikari.data-source-properties.ApplicationName", "victim")
                    .start();
            var jobs = IntStream.range(0, JOBS)
                    .mapToObj(i -> (i % 2 == 0 ? first : second).api().create(HOURLY))
                    .toList();

            for (int hour = 1; hour <= HOURS; hour++) {
                if (hour == KILLED_IN_HOUR) {
                    advanceAndKill(victim, loopOf(first), loopOf(second));
                } else {
                    clock.advance(Duration.ofHours(1));
                }
                endRunsOfHour(hour, topics);
            }
            assertOneRunForEach(jobs, topics);
        }
    }

    /**
     * The victim gets a head start and stands between the insertion of a run and the commit, the others take what it
     * has not locked, and then its connections are cut.
     */
    private void advanceAndKill(SchedulerInstance victim, PollingLoop... others) throws InterruptedException {
        var gate = faultsOfVictim.at(RunLedger.BEFORE_COMMIT_OF_RUN).waits();
        Stream.of(others).forEach(PollingLoop::stop);
        clock.advance(Duration.ofHours(1));
        gate.awaitArrival();
        Stream.of(others).forEach(PollingLoop::start);
        postgres.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'victim'");
        faultsOfVictim.at(RunLedger.BEFORE_COMMIT_OF_RUN).alwaysThrows(() -> new IllegalStateException("dead"));
        gate.open();
        victim.close();
    }

    private static SchedulerInstance.Builder scheduler() {
        return SchedulerInstance.on(postgres, kafka).with("longshore.scheduler.firing.jobs-at-once", 3);
    }

    private static PollingLoop loopOf(SchedulerInstance scheduler) {
        return scheduler.bean("dueJobLoop", PollingLoop.class);
    }

    private void endRunsOfHour(int hour, TopicReader topics) {
        Eventually.that(
                "all runs of hour %d are started".formatted(hour),
                () -> assertThat(Set.copyOf(fireTimes(topics.startRuns()))).hasSize(JOBS * hour));
        topics.startRuns().stream()
                .filter(command -> ended.add(command.getRunId()))
                .forEach(command -> topics.send(new WorkerNews(command).completed()));
    }

    private static void assertOneRunForEach(List<String> jobs, TopicReader topics) {
        var expected = jobs.stream()
                .flatMap(job -> IntStream.rangeClosed(1, HOURS)
                        .mapToObj(hour -> job + " " + START.plus(Duration.ofHours(hour))))
                .toList();
        // The killed relay may have sent a command just before its end; another one then sends the very same once more.
        var commands = topics.startRuns().stream().distinct().toList();
        assertThat(fireTimes(commands)).containsOnlyOnceElementsOf(expected).hasSize(expected.size());
        assertThat(commands).extracting(RunCommand::getRunId).doesNotHaveDuplicates();
    }

    private static List<String> fireTimes(List<RunCommand> commands) {
        return commands.stream()
                .map(command -> command.getJobId() + " "
                        + command.getStartRun().getSpecification().getFireTime())
                .toList();
    }
}
