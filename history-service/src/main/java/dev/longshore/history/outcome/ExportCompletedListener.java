package dev.longshore.history.outcome;

import dev.longshore.events.ExportCompleted;
import dev.longshore.events.Topics;
import dev.longshore.platform.messaging.AvroCodec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.transaction.annotation.Transactional;

/** Takes outcomes in, as systems downstream are told them. */
class ExportCompletedListener {
    private final AvroCodec codec;
    private final ExportEventCodec events;
    private final ExportEventLedger ledger;

    ExportCompletedListener(AvroCodec codec, ExportEventCodec events, ExportEventLedger ledger) {
        this.codec = codec;
        this.events = events;
        this.ledger = ledger;
    }

    @Transactional
    @KafkaListener(
            id = "history-export-completed",
            topics = Topics.EXPORT_COMPLETED,
            groupId = "history-service-export-completed")
    public void on(ConsumerRecord<String, byte[]> message) {
        ledger.keep(events.rowOf(message, codec.decode(message.value(), ExportCompleted.class)));
    }
}
