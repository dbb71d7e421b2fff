package dev.longshore.worker.event;

import dev.longshore.events.RunEvent;
import dev.longshore.events.RunEventKind;
import dev.longshore.events.Topics;
import dev.longshore.platform.outbox.Outbox;
import dev.longshore.platform.outbox.OutboxMessage;
import dev.longshore.worker.run.RunRow;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Puts the envelope around a fact of a run and appends it to the outbox, under the run's key. */
final class RunFactPublisher {
    private RunFactPublisher() {}

    /**
     * @param id identity of the fact: the same for the same fact
     * @param detail sets the field that the kind names
     */
    static void append(Outbox outbox, UUID id, RunRow run, RunEventKind kind, UnaryOperator<RunEvent.Builder> detail) {
        RunEvent.Builder event = RunEvent.newBuilder()
                .setEventId(id.toString())
                .setRunId(run.runId().toString())
                .setJobId(run.jobId().toString())
                .setOccurredAt(run.readAt())
                .setKind(kind);
        append(outbox, id, detail.apply(event).build());
    }

    /** @param id identity of the fact, also in the event */
    static void append(Outbox outbox, UUID id, RunEvent event) {
        outbox.append(OutboxMessage.of(id, Topics.RUN_EVENTS, event.getRunId(), event));
    }
}
