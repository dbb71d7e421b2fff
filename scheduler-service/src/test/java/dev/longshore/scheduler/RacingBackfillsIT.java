package dev.longshore.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.RunCommand;
import dev.longshore.scheduler.testing.Jobs;
import dev.longshore.scheduler.testing.SchedulerInstance;
import dev.longshore.scheduler.testing.TopicReader;
import dev.longshore.scheduler.testing.WorkerNews;
import dev.longshore.testing.Eventually;
import dev.longshore.testing.KafkaExtension;
import dev.longshore.testing.PostgresExtension;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Three schedulers on one database work off the backfills of several jobs, while workers end what they start. */
class RacingBackfillsIT {
    private static final int JOBS = 4;
    private static final int WINDOWS = 6;

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @RegisterExtension
    static final KafkaExtension kafka = new KafkaExtension();

    private final Set<String> ended = new HashSet<>();

    @Test
    void each_window_is_issued_once_and_one_run_of_a_job_is_at_work() {
        try (var first = SchedulerInstance.on(postgres, kafka).start();
                var second = SchedulerInstance.on(postgres, kafka).start();
                var third = SchedulerInstance.on(postgres, kafka).start();
                var topics = new TopicReader(kafka)) {
            var apis = List.of(first.api(), second.api(), third.api());
            var jobs = IntStream.range(0, JOBS)
                    .mapToObj(i -> apis.get(i % apis.size()).create(Jobs.HOURLY))
                    .toList();
            for (int i = 0; i < JOBS; i++) {
                apis.get((i + 1) % apis.size())
                        .post(
                                "/api/v1/jobs/" + jobs.get(i) + "/backfills",
                                "{\"from\": \"2020-01-01T00:05:00Z\", \"to\": \"2020-01-01T0%d:05:00Z\"}"
                                        .formatted(WINDOWS))
                        .hasStatus(202);
            }

            Eventually.that("every window has become a run that ended", () -> endAll(topics) == JOBS * WINDOWS);

            var runs = topics.startRuns();
            assertThat(runs).hasSize(JOBS * WINDOWS);
            assertThat(runs.stream().map(RunCommand::getRunId)).doesNotHaveDuplicates();
            assertThat(runs.stream()
                            .map(run -> run.getJobId()
                                    + run.getStartRun()
                                            .getSpecification()
                                            .getWindow()
                                            .getFrom()))
                    .as("job and window")
                    .doesNotHaveDuplicates();
        }
    }

    /** Ends what is at work; answers how many runs have ended. */
    private int endAll(TopicReader topics) {
        var atWork = topics.startRuns().stream()
                .filter(run -> !ended.contains(run.getRunId()))
                .toList();
        assertThat(atWork.stream().map(RunCommand::getJobId).collect(Collectors.toList()))
                .as("jobs with a run at work")
                .doesNotHaveDuplicates();
        for (var run : atWork) {
            topics.send(new WorkerNews(run).completed());
            ended.add(run.getRunId());
        }
        return ended.size();
    }
}
