package dev.longshore.history.ingest;

import dev.longshore.events.RunEvent;
import dev.longshore.events.Topics;
import dev.longshore.platform.inbox.Inbox;
import dev.longshore.platform.messaging.AvroCodec;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes facts of runs in. The inbox only saves work: projecting an event again would change nothing. */
@Component
class RunEventListener {
    static final String CONSUMER = "history-service";

    private final AvroCodec codec;
    private final Inbox inbox;
    private final RunEventProjector projector;

    RunEventListener(AvroCodec codec, Inbox inbox, RunEventProjector projector) {
        this.codec = codec;
        this.inbox = inbox;
        this.projector = projector;
    }

    @Transactional
    @KafkaListener(id = "history-run-events", topics = Topics.RUN_EVENTS, groupId = CONSUMER)
    public void on(ConsumerRecord<String, byte[]> message) {
        RunEvent event = codec.decode(message.value(), RunEvent.class);
        if (inbox.recordIfFirst(CONSUMER, UUID.fromString(event.getEventId()))) {
            projector.apply(event);
        }
    }
}
