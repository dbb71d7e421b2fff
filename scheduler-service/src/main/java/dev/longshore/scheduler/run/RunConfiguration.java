package dev.longshore.scheduler.run;

import dev.longshore.events.AuditRecorded;
import dev.longshore.events.Topics;
import dev.longshore.platform.audit.AuditConfiguration.AuditTopic;
import dev.longshore.platform.audit.AuditTrail;
import dev.longshore.platform.fault.FaultPoints;
import dev.longshore.platform.inbox.Inbox;
import dev.longshore.platform.messaging.AvroCodec;
import dev.longshore.platform.messaging.TopicDeclarations;
import dev.longshore.platform.outbox.Outbox;
import dev.longshore.scheduler.clock.DatabaseClock;
import dev.longshore.scheduler.idempotency.IdempotencyService;
import dev.longshore.scheduler.settings.JobVersionDao;
import dev.longshore.scheduler.settings.SettingsJson;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WindowClosingProperties.class)
class RunConfiguration {
    private static final int PARTITIONS = 4;

    @Bean
    RunDao runDao(Jdbi jdbi) {
        return jdbi.onDemand(RunDao.class);
    }

    @Bean
    RunPublisher runPublisher(Outbox outbox, WindowClosingProperties closing) {
        return new RunPublisher(outbox, closing);
    }

    @Bean
    RunLedger runLedger(
            RunDao dao,
            JobVersionDao versions,
            SettingsJson json,
            RunPublisher publisher,
            DatabaseClock clock,
            FiringSignal signal,
            FaultPoints faults,
            IdempotencyService idempotency,
            AuditTrail audit) {
        return new RunLedger(dao, versions, json, publisher, clock, signal, faults, idempotency, audit);
    }

    @Bean
    RunNewsLedger runNewsLedger(RunDao dao, DatabaseClock clock, FiringSignal signal, RunEnds ends) {
        return new RunNewsLedger(dao, clock, signal, ends);
    }

    @Bean
    RunSettingsService runSettingsService(RunDao dao, JobVersionDao versions, SettingsJson json) {
        return new RunSettingsService(dao, versions, json);
    }

    @Bean
    RunEventsListener runEventsListener(AvroCodec codec, Inbox inbox, RunNewsLedger runs) {
        return new RunEventsListener(codec, inbox, runs);
    }

    @Bean
    AuditTopic auditTopic() {
        return new AuditTopic(Topics.AUDIT, AuditRecorded.getClassSchema());
    }

    @Bean
    KafkaAdmin.NewTopics runCommandsTopic() {
        return TopicDeclarations.withDeadLetters(Topics.RUN_COMMANDS, PARTITIONS, Map.of());
    }

    /** Kept for good: history can be rebuilt from it. */
    @Bean
    KafkaAdmin.NewTopics runEventsTopic() {
        return TopicDeclarations.withDeadLetters(Topics.RUN_EVENTS, PARTITIONS, Map.of("retention.ms", "-1"));
    }
}
