package dev.longshore.history.ingest;

import dev.longshore.events.ProgressReported;
import dev.longshore.events.Topics;
import dev.longshore.platform.messaging.AvroCodec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes progress in, in a consumer of its own, so that facts never queue behind it. */
@Component
class ProgressListener {
    private final AvroCodec codec;
    private final ProgressProjector projector;

    ProgressListener(AvroCodec codec, ProgressProjector projector) {
        this.codec = codec;
        this.projector = projector;
    }

    @Transactional
    @KafkaListener(id = "history-progress", topics = Topics.PROGRESS, groupId = "history-service-progress")
    public void on(ConsumerRecord<String, byte[]> message) {
        projector.apply(codec.decode(message.value(), ProgressReported.class));
    }
}
