package dev.longshore.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.RunCommand;
import dev.longshore.events.RunEvent;
import dev.longshore.events.Topics;
import dev.longshore.scheduler.testing.Jobs;
import dev.longshore.scheduler.testing.RunningScheduler;
import dev.longshore.scheduler.testing.SchedulerApi;
import dev.longshore.scheduler.testing.TopicReader;
import dev.longshore.scheduler.testing.WorkerNews;
import dev.longshore.testing.Eventually;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the workers say about runs, in order and out of order. */
class RunNewsIT {
    @RegisterExtension
    static final RunningScheduler scheduler = RunningScheduler.asDelivered();

    private static SchedulerApi api;
    private static TopicReader topics;

    @BeforeAll
    static void start() {
        api = scheduler.api();
        topics = scheduler.topics();
    }

    @Test
    void the_last_run_shows_how_far_the_workers_are() { // P5, P6
        var id = api.create(Jobs.IMMEDIATELY);
        var news = new WorkerNews(startRunOf(id));

        assertStatus(id, "REQUESTED");
        topics.send(news.planned());
        assertStatus(id, "PLANNED");
        topics.send(news.exporting());
        assertStatus(id, "RUNNING");
        topics.send(news.completed());
        assertStatus(id, "COMPLETED");
        assertThat(api.get("/api/v1/jobs/" + id).text("/lastRun/at")).isEqualTo("2026-11-23T12:00:00Z");
    }

    @Test
    void the_last_run_in_the_list_is_the_one_that_was_issued_last() { // P5, P6
        var id = api.create(Jobs.with(Jobs.HOURLY, "title", "\"Twice by hand\""));
        var first = api.post("/api/v1/jobs/" + id + "/runs", "").hasStatus(202).text("/runId");
        var second = api.post("/api/v1/jobs/" + id + "/runs", "").hasStatus(202).text("/runId");
        var list = "/api/v1/jobs?q=twice%20by%20hand&sort=lastRun.status,-lastRun.at";

        assertThat(api.get(list).text("/items/0/lastRun/runId"))
                .isEqualTo(second)
                .isNotEqualTo(first);
        assertThat(api.get(list).text("/items/0/lastRun/status")).isEqualTo("REQUESTED");
        api.post("/api/v1/runs/" + second + "/cancel", "").hasStatus(202);
        assertThat(api.get(list).text("/items/0/lastRun/status")).isEqualTo("CANCELLED");
        topics.send(new WorkerNews(startRunOf(id)).completed());

        var third = api.post("/api/v1/jobs/" + id + "/runs", "").hasStatus(202).text("/runId");
        Eventually.that(
                "the end of the first run is known, as the third one has started",
                () -> assertThat(topics.startRunsOf(id))
                        .extracting(RunCommand::getRunId)
                        .containsExactlyInAnyOrder(first, third));
        assertThat(api.get(list).text("/items/0/lastRun/runId")).isEqualTo(third);
        assertThat(api.get(list).text("/items/0/lastRun/status"))
                .as("the end of an earlier run is not that of the last one")
                .isEqualTo("REQUESTED");
    }

    @Test
    void duplicate_and_reordered_news_change_nothing() {
        var random = new Random(20261123);
        var ids = new ArrayList<String>();
        for (int i = 0; i < 6; i++) {
            ids.add(api.create(Jobs.IMMEDIATELY));
        }
        for (var id : ids) {
            var news = new WorkerNews(startRunOf(id));
            List<RunEvent> sent = new ArrayList<>(List.of(news.planned(), news.exporting(), news.completed()));
            sent.addAll(List.copyOf(sent));
            Collections.shuffle(sent, random);
            sent.forEach(topics::send);
        }
        var last = api.create(Jobs.IMMEDIATELY);
        topics.send(new WorkerNews(startRunOf(last)).failed());
        assertStatus(last, "FAILED");

        for (var id : ids) {
            assertStatus(id, "COMPLETED");
            assertThat(topics.startRunsOf(id)).as("nothing is started again").hasSize(1);
        }
    }

    @Test
    void a_message_that_nobody_can_read_blocks_nobody() {
        var id = api.create(Jobs.IMMEDIATELY);
        var command = startRunOf(id);

        topics.sendGarbage(Topics.RUN_EVENTS, command.getRunId());
        topics.send(new WorkerNews(command).completed());

        assertStatus(id, "COMPLETED");
        Eventually.that(
                "the message is kept as a dead letter",
                () -> assertThat(topics.keysOf(Topics.RUN_EVENTS + Topics.DEAD_LETTER_SUFFIX))
                        .contains(command.getRunId()));
    }

    @Test
    void news_of_a_run_that_nobody_issued_are_passed_over() {
        var id = api.create(Jobs.IMMEDIATELY);
        var command = startRunOf(id);
        var stranger = RunCommand.newBuilder(command)
                .setRunId(TopicReader.eventId("stranger"))
                .build();

        topics.send(new WorkerNews(stranger).completed());
        topics.send(new WorkerNews(command).completed());

        assertStatus(id, "COMPLETED");
    }

    private static RunCommand startRunOf(String jobId) {
        Eventually.that(() -> assertThat(topics.startRunsOf(jobId)).hasSize(1));
        return topics.startRunsOf(jobId).get(0);
    }

    private static void assertStatus(String jobId, String status) {
        Eventually.that(
                "the last run of %s is %s".formatted(jobId, status),
                () -> assertThat(api.get("/api/v1/jobs/" + jobId).text("/lastRun/status"))
                        .isEqualTo(status));
    }
}
