package dev.longshore.history.replay;

import dev.longshore.history.outcome.ExportEventCodec;
import dev.longshore.history.outcome.ExportEventDao;
import dev.longshore.history.webhook.WebhookService;
import dev.longshore.platform.audit.AuditTrail;
import dev.longshore.platform.outbox.EncodedOutbox;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReplayProperties.class)
class ReplayConfiguration {
    @Bean
    ReplayService replayService(
            Jdbi jdbi,
            ExportEventDao events,
            EncodedOutbox outbox,
            ExportEventCodec codec,
            WebhookService webhooks,
            AuditTrail audit,
            InstantSource clock,
            ReplayProperties properties) {
        return new ReplayService(
                jdbi.onDemand(ReplayDao.class),
                events,
                new ReplayPublisher(outbox, codec),
                webhooks,
                audit,
                clock,
                properties);
    }
}
