package dev.longshore.scheduler.run;

import dev.longshore.events.RunEvent;
import dev.longshore.events.RunEventKind;
import dev.longshore.events.TaskKind;
import dev.longshore.events.Topics;
import dev.longshore.platform.inbox.Inbox;
import dev.longshore.platform.messaging.AvroCodec;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.transaction.annotation.Transactional;

/** Follows how far runs are. Most events are about chunks and files and say nothing that matters here. */
class RunEventsListener {
    private static final String GROUP = "scheduler-service";

    private final AvroCodec codec;
    private final Inbox inbox;
    private final RunNewsLedger runs;

    RunEventsListener(AvroCodec codec, Inbox inbox, RunNewsLedger runs) {
        this.codec = codec;
        this.inbox = inbox;
        this.runs = runs;
    }

    @Transactional
    @KafkaListener(id = "scheduler-run-events", topics = Topics.RUN_EVENTS, groupId = GROUP)
    public void on(ConsumerRecord<String, byte[]> message) {
        var event = codec.decode(message.value(), RunEvent.class);
        var reached = reached(event);
        if (reached.isPresent() && inbox.recordIfFirst(GROUP, UUID.fromString(event.getEventId()))) {
            var id = new RunId(UUID.fromString(event.getRunId()));
            runs.reached(id, reached.get(), event.getOccurredAt(), failureKind(event));
        }
    }

    private static Optional<String> failureKind(RunEvent event) {
        return event.getKind() == RunEventKind.RUN_FAILED
                ? Optional.of(event.getFailed().getFailure().getKind())
                : Optional.empty();
    }

    /** Of the thousands of chunks of a run, the first one to start is enough to know that it is running. */
    private static Optional<RunState> reached(RunEvent event) {
        return switch (event.getKind()) {
            case RUN_PLANNED -> Optional.of(RunState.PLANNED);
            case TASK_STARTED ->
                event.getTaskStarted().getTaskKind() == TaskKind.EXPORT
                                && event.getTaskStarted().getNumber() == 1
                        ? Optional.of(RunState.RUNNING)
                        : Optional.empty();
            case FILES_LAID_OUT -> Optional.of(RunState.RUNNING);
            case RUN_COMPLETED -> Optional.of(RunState.COMPLETED);
            case RUN_FAILED -> Optional.of(RunState.FAILED);
            case RUN_CANCELLED -> Optional.of(RunState.CANCELLED);
            case UNKNOWN,
                    RUN_REQUESTED,
                    RUN_SKIPPED,
                    RUN_ACCEPTED,
                    RUN_WAITING,
                    TASK_FAILED,
                    CHUNK_EXPORTED,
                    FILE_ASSEMBLED -> Optional.empty();
        };
    }
}
