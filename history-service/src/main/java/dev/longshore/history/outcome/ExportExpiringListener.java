package dev.longshore.history.outcome;

import dev.longshore.events.ExportExpiring;
import dev.longshore.events.Topics;
import dev.longshore.platform.messaging.AvroCodec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.transaction.annotation.Transactional;

/** Takes warnings in, as systems downstream are told them. */
class ExportExpiringListener {
    private final AvroCodec codec;
    private final ExportEventCodec events;
    private final ExportEventLedger ledger;

    ExportExpiringListener(AvroCodec codec, ExportEventCodec events, ExportEventLedger ledger) {
        this.codec = codec;
        this.events = events;
        this.ledger = ledger;
    }

    @Transactional
    @KafkaListener(
            id = "history-export-expiring",
            topics = Topics.EXPORT_EXPIRING,
            groupId = "history-service-export-expiring")
    public void on(ConsumerRecord<String, byte[]> message) {
        ledger.keep(events.rowOf(message, codec.decode(message.value(), ExportExpiring.class)));
    }
}
