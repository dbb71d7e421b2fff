package dev.longshore.scheduler.firing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.platform.polling.PollingLoop;
import dev.longshore.scheduler.backfill.BackfillQueueService;
import dev.longshore.scheduler.run.RunId;
import dev.longshore.scheduler.run.RunLedger;
import dev.longshore.scheduler.run.RunNews;
import dev.longshore.scheduler.run.RunState;
import dev.longshore.scheduler.testing.Runs;
import dev.longshore.scheduler.testing.SchedulerApi;
import dev.longshore.scheduler.testing.SchedulerInstance;
import dev.longshore.testing.KafkaExtension;
import dev.longshore.testing.MutableClock;
import dev.longshore.testing.PostgresExtension;
import java.time.Instant;
import java.util.UUID;

/**
 * A scheduler on a clock that the test moves, and that looks for due jobs only when the test tells it to: an outage
 * lasts until then.
 */
final class DrivenScheduler implements AutoCloseable {
    private static final int MOST_LOOKS = 10_000;

    final MutableClock clock;
    final SchedulerApi api;
    final Runs runs;
    private final SchedulerInstance instance;
    private final DueJobScanner scanner;
    private final RunNews news;

    DrivenScheduler(PostgresExtension postgres, KafkaExtension kafka, String start, String... settings) {
        clock = MutableClock.at(start);
        var builder = SchedulerInstance.on(postgres, kafka).clock(clock::instant);
        for (int i = 0; i < settings.length; i += 2) {
            builder.with(settings[i], settings[i + 1]);
        }
        instance = builder.start();
        instance.bean("dueJobLoop", PollingLoop.class).stop();
        api = instance.api();
        runs = new Runs(postgres.dataSource("scheduler"));
        scanner = new DueJobScanner(
                instance.bean(FiringService.class),
                instance.bean(RunLedger.class),
                instance.bean(BackfillQueueService.class));
        news = new RunNews(instance);
    }

    /** Nothing is sent any more: for tests that look at the database alone. */
    void stopRelay() {
        instance.bean("outboxRelayLoop", PollingLoop.class).stop();
    }

    /** Looks for due jobs once; true when there was something to do. */
    boolean look() {
        return scanner.scan();
    }

    /** Looks for due jobs until there is nothing to do any more. */
    int settle() {
        var looks = 0;
        while (look()) {
            looks++;
            assertThat(looks).as("looks for due jobs").isLessThan(MOST_LOOKS);
        }
        return looks;
    }

    /** The workers say that a run has ended. */
    void end(String runId, RunState state) {
        news.reached(new RunId(UUID.fromString(runId)), state, clock.instant());
    }

    /** Lets every run that is issued for a job complete at once, until the job is up to date. */
    void completeAllOf(String jobId) {
        settle();
        var open = runs.of(jobId).stream()
                .filter(run -> run.started() && run.state().equals("REQUESTED"))
                .toList();
        for (; !open.isEmpty(); ) {
            open.forEach(run -> end(run.id(), RunState.COMPLETED));
            settle();
            open = runs.of(jobId).stream()
                    .filter(run -> run.started() && run.state().equals("REQUESTED"))
                    .toList();
        }
    }

    /** The run of a job that is at work. */
    String atWork(String jobId) {
        return runs.of(jobId).stream()
                .filter(run -> run.started() && run.state().equals("REQUESTED"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    Instant now() {
        return clock.instant();
    }

    @Override
    public void close() {
        instance.close();
    }
}
