package dev.longshore.console.audit;

import dev.longshore.events.AuditRecorded;
import dev.longshore.events.Topics;
import dev.longshore.platform.audit.AuditConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditTopicConfiguration {
    @Bean
    AuditConfiguration.AuditTopic auditTopic() {
        return new AuditConfiguration.AuditTopic(Topics.AUDIT, AuditRecorded.getClassSchema());
    }
}
