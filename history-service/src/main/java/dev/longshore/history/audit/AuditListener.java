package dev.longshore.history.audit;

import dev.longshore.events.AuditRecorded;
import dev.longshore.events.Topics;
import dev.longshore.history.audit.AuditDao.AuditRow;
import dev.longshore.platform.messaging.AvroCodec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.transaction.annotation.Transactional;

/** Takes records of all services in. A record that comes again meets its own identity and changes nothing. */
class AuditListener {
    private static final Logger log = LoggerFactory.getLogger(AuditListener.class);

    private final AvroCodec codec;
    private final AuditCodec records;
    private final AuditDao dao;

    AuditListener(AvroCodec codec, AuditCodec records, AuditDao dao) {
        this.codec = codec;
        this.records = records;
        this.dao = dao;
    }

    @Transactional
    @KafkaListener(id = "history-audit", topics = Topics.AUDIT, groupId = "history-service-audit")
    public void on(ConsumerRecord<String, byte[]> message) {
        AuditRow record = records.rowOf(codec.decode(message.value(), AuditRecorded.class));
        if (!dao.insertIfFirst(record)) {
            log.debug("Audit record was there already: record={}", record.eventId());
        }
    }
}
