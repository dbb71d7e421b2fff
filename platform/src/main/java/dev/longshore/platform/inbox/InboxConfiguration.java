package dev.longshore.platform.inbox;

import org.jdbi.v3.core.Jdbi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The inbox in the service's own database. */
@Configuration(proxyBeanMethods = false)
public class InboxConfiguration {
    @Bean
    Inbox inbox(Jdbi jdbi) {
        return jdbi.onDemand(InboxDao.class);
    }
}
