package dev.longshore.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.ProgressReported;
import dev.longshore.events.RunCommand;
import dev.longshore.events.RunEvent;
import dev.longshore.events.RunEventKind;
import dev.longshore.events.TaskKind;
import dev.longshore.events.TaskReady;
import dev.longshore.events.Topics;
import dev.longshore.system.Export;
import dev.longshore.system.Installation;
import dev.longshore.system.Messages;
import dev.longshore.system.ServiceContext;
import dev.longshore.system.ServiceProcess;
import dev.longshore.testing.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Kafka is the news and not the truth: what comes twice, late or in another order changes nothing. */
@Tag("fault")
@SuppressWarnings("try") // Workers are there to work; nobody speaks to them.
class MessagesFaultIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Topics that a part of the product reads. */
    private static final List<String> READ_TOPICS =
            List.of(Topics.RUN_COMMANDS, Topics.RUN_EVENTS, Topics.PROGRESS, Topics.TASKS);

    @RegisterExtension
    static final Installation longshore = Installation.withInteractions(
            2_000, Map.of("longshore.worker.plan.keys-per-chunk", 500, "longshore.worker.untaken-after", "1s"));

    private String jobId = "";

    @BeforeEach
    void createJob() {
        jobId = longshore.api().createJob("""
                {"title": "Messages", "source": "CONTACT_HISTORY", "type": "INTERACTION",
                 "schedule": {"kind": "MONTHLY", "dayOfMonth": 1, "at": "00:00"}, "dateRange": {"kind": "ALL"},
                 "output": {"format": "JSON_LINES", "compression": "NONE"}}
                """).get("id").asString();
    }

    @Test
    void messages_that_come_again_late_and_in_reverse_order_change_nothing() {
        try (ServiceContext worker = longshore.startWorker(Map.of())) {
            String runId = completedRun();
            Export export = Export.of(longshore, runId);
            Map<String, Object> before = everythingKnownOf(runId, export);

            messages().send(lateProgressOf(runId));
            for (String topic : READ_TOPICS) {
                List<ConsumerRecord<String, byte[]>> again =
                        new ArrayList<>(longshore.topics().read(topic));
                again.addAll(longshore.topics().read(topic));
                Collections.reverse(again);
                assertThat(again).as("messages of %s to send again", topic).isNotEmpty();
                messages().resend(again);
            }
            // The tasks of a further run stand behind the repeated ones in their only partition.
            String later = completedRun();
            messages().awaitAllRead();

            assertThat(everythingKnownOf(runId, export)).isEqualTo(before);
            assertThat(Export.of(longshore, later).sumsByName()).isEqualTo(export.sumsByName());
        }
    }

    @Test
    void a_start_command_that_is_delayed_and_comes_three_times_gives_one_run() {
        String runId = longshore.api().runNow(jobId);
        Eventually.that(
                "the command is on its topic",
                () -> assertThat(commandsFor(runId)).hasSize(1));
        messages().resend(commandsFor(runId));
        messages().resend(commandsFor(runId).subList(0, 1));

        try (ServiceContext worker = longshore.startWorker(Map.of())) {
            longshore.api().awaitCompleted(runId, LIMIT);
            messages().awaitAllRead();
        }

        assertThat(commandsFor(runId)).hasSize(3);
        assertThat(Export.countOf(longshore, runId, RunEventKind.RUN_ACCEPTED)).isEqualTo(1);
        assertThat(Export.countOf(longshore, runId, RunEventKind.RUN_COMPLETED)).isEqualTo(1);
        assertThat(Export.outcomes(longshore, runId)).hasSize(1);
    }

    @Test
    void a_history_service_that_is_killed_in_the_middle_of_a_run_and_of_a_rebuild_loses_nothing() {
        try (ServiceContext worker = longshore.startWorker(Map.of());
                ServiceProcess victim = longshore.startHistoryProcess()) {
            messages().awaitMembers("history-service", 2);
            longshore.api().beginRebuild();
            String runId = longshore.api().runNow(jobId);
            victim.kill();
            longshore.api().awaitCompleted(runId, LIMIT);
            Map<String, Object> known = everythingKnownOf(runId, Export.of(longshore, runId));
            assertThat(longshore.api().awaitRebuild(LIMIT).get("state").asString())
                    .isEqualTo("COMPLETED");
            assertThat(everythingKnownOf(runId, Export.of(longshore, runId))).isEqualTo(known);

            longshore.api().beginRebuild();
            assertThat(longshore.api().awaitRebuild(LIMIT).get("state").asString())
                    .isEqualTo("COMPLETED");
            assertThat(everythingKnownOf(runId, Export.of(longshore, runId))).isEqualTo(known);
        }
    }

    /** What a worker might have said of each chunk long ago, and what reaches the history only now. */
    private static List<ProducerRecord<String, byte[]>> lateProgressOf(String runId) {
        return longshore.topics().read(Topics.TASKS, TaskReady.class).stream()
                .filter(ready -> ready.getRunId().equals(runId) && ready.getKind() == TaskKind.EXPORT)
                .map(ready -> ProgressReported.newBuilder()
                        .setRunId(runId)
                        .setJobId(longshore.api().run(runId).get("jobId").asString())
                        .setTaskId(ready.getTaskId())
                        .setTaskKind(TaskKind.EXPORT)
                        .setNumber(1)
                        .setEpoch(1)
                        .setWorker("a worker of long ago")
                        .setReportedAt(longshore.now().minusSeconds(60))
                        .setKeys(1)
                        .setRows(1)
                        .setBytes(1)
                        .build())
                .map(late -> new ProducerRecord<>(
                        Topics.PROGRESS, runId, longshore.codec().encode(Topics.PROGRESS, late)))
                .toList();
    }

    private String completedRun() {
        String runId = longshore.api().runNow(jobId);
        longshore.api().awaitCompleted(runId, LIMIT);
        Export.of(longshore, runId);
        return runId;
    }

    /** What users, downstream systems and the file system know of a run. */
    private Map<String, Object> everythingKnownOf(String runId, Export export) {
        messages().awaitAllRead();
        Map<String, Object> known = new LinkedHashMap<>();
        known.put("run", longshore.api().run(runId));
        known.put("timeline", longshore.api().timelineOf(runId));
        known.put("artifacts", longshore.api().artifactsOf(runId));
        known.put("files", export.sumsByName());
        known.put("manifest", export.manifestOfAnyRun());
        known.put("outcomes", Export.outcomes(longshore, runId));
        known.put(
                "facts",
                longshore.topics().read(Topics.RUN_EVENTS, RunEvent.class).stream()
                        .filter(event -> event.getRunId().equals(runId))
                        .map(RunEvent::getEventId)
                        .sorted()
                        .distinct()
                        .toList());
        return known;
    }

    private static List<ConsumerRecord<String, byte[]>> commandsFor(String runId) {
        return longshore.topics().read(Topics.RUN_COMMANDS).stream()
                .filter(message -> runId.equals(message.key()))
                .filter(message -> longshore
                        .codec()
                        .decode(message.value(), RunCommand.class)
                        .getRunId()
                        .equals(runId))
                .toList();
    }

    private static Messages messages() {
        return new Messages(longshore.bootstrapServers());
    }
}
