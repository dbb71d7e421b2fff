package dev.longshore.worker.event;

import dev.longshore.platform.outbox.Outbox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EventConfiguration {
    @Bean
    RunEventPublisher runEventPublisher(Outbox outbox) {
        return new RunEventPublisher(outbox);
    }

    @Bean
    TaskEventPublisher taskEventPublisher(Outbox outbox) {
        return new TaskEventPublisher(outbox);
    }

    @Bean
    TaskReadyPublisher taskReadyPublisher(Outbox outbox) {
        return new TaskReadyPublisher(outbox);
    }

    @Bean
    ExportCompletedPublisher exportCompletedPublisher(Outbox outbox) {
        return new ExportCompletedPublisher(outbox);
    }
}
