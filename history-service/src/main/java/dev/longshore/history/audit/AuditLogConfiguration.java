package dev.longshore.history.audit;

import dev.longshore.events.AuditRecorded;
import dev.longshore.events.Topics;
import dev.longshore.platform.audit.AuditConfiguration.AuditTopic;
import dev.longshore.platform.messaging.AvroCodec;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class AuditLogConfiguration {
    @Bean
    AuditTopic auditTopic() {
        return new AuditTopic(Topics.AUDIT, AuditRecorded.getClassSchema());
    }

    @Bean
    AuditDao auditDao(Jdbi jdbi) {
        return jdbi.onDemand(AuditDao.class);
    }

    @Bean
    AuditCodec auditCodec() {
        return new AuditCodec();
    }

    @Bean
    AuditListener auditListener(AvroCodec codec, AuditCodec records, AuditDao dao) {
        return new AuditListener(codec, records, dao);
    }

    @Bean
    AuditService auditService(AuditDao dao, AuditCodec codec, PlatformTransactionManager transactions) {
        TransactionTemplate reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        return new AuditService(dao, codec, reading);
    }
}
