package dev.longshore.history;

import dev.longshore.platform.audit.AuditConfiguration;
import dev.longshore.platform.fault.FaultConfiguration;
import dev.longshore.platform.inbox.InboxConfiguration;
import dev.longshore.platform.jdbi.JdbiConfiguration;
import dev.longshore.platform.messaging.MessagingConfiguration;
import dev.longshore.platform.outbox.OutboxConfiguration;
import dev.longshore.platform.security.ResourceServerConfiguration;
import dev.longshore.platform.time.TimeConfiguration;
import dev.longshore.platform.web.WebConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;

/** history-service: what has run, how far runs have come, when they will end, and the files they made. */
@SpringBootApplication
@EnableMethodSecurity
@Import({
    AuditConfiguration.class,
    FaultConfiguration.class,
    InboxConfiguration.class,
    JdbiConfiguration.class,
    MessagingConfiguration.class,
    OutboxConfiguration.class,
    ResourceServerConfiguration.class,
    TimeConfiguration.class,
    WebConfiguration.class
})
public class HistoryApplication {
    /** Starts the service with the settings of {@code history-service.yml}. */
    public static void main(String[] arguments) {
        new SpringApplicationBuilder(HistoryApplication.class)
                .properties("spring.config.name=history-service")
                .run(arguments);
    }
}
