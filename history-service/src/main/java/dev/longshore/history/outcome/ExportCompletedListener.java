package dev.longshore.history.outcome;

import dev.longshore.events.ExportCompleted;
import dev.longshore.events.Topics;
import dev.longshore.platform.messaging.AvroCodec;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the events of the public contract. The event and what it sets off commit together and before the offset: after
 * a crash the message comes again, and its identity makes the second time harmless, as it does for a replayed event.
 */
class ExportCompletedListener {
    private static final Logger log = LoggerFactory.getLogger(ExportCompletedListener.class);

    private final AvroCodec codec;
    private final ExportEventCodec events;
    private final ExportEventDao dao;
    private final ApplicationEventPublisher publisher;

    ExportCompletedListener(
            AvroCodec codec, ExportEventCodec events, ExportEventDao dao, ApplicationEventPublisher publisher) {
        this.codec = codec;
        this.events = events;
        this.dao = dao;
        this.publisher = publisher;
    }

    @Transactional
    @KafkaListener(
            id = "history-export-completed",
            topics = Topics.EXPORT_COMPLETED,
            groupId = "history-service-export-completed")
    public void on(ConsumerRecord<String, byte[]> message) {
        ExportEventRow event = events.rowOf(message, codec.decode(message.value(), ExportCompleted.class));
        if (dao.insertIfFirst(event)) {
            UUID eventId = event.eventId();
            publisher.publishEvent(new ExportEventStored(eventId, event.jobId()));
            log.debug("Outcome kept: event={} job={} sequence={}", eventId, event.jobId(), event.sequence());
        }
    }
}
