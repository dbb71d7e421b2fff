package dev.longshore.console;

import dev.longshore.platform.audit.AuditConfiguration;
import dev.longshore.platform.jdbi.JdbiConfiguration;
import dev.longshore.platform.messaging.MessagingConfiguration;
import dev.longshore.platform.outbox.OutboxConfiguration;
import dev.longshore.platform.time.TimeConfiguration;
import dev.longshore.platform.web.WebConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/** web-console: session, sign-in and pages for browsers; relays {@code /api/v1/**} to the services. */
@SpringBootApplication
@EnableConfigurationProperties(ConsoleProperties.class)
@Import({
    AuditConfiguration.class,
    JdbiConfiguration.class,
    MessagingConfiguration.class,
    OutboxConfiguration.class,
    TimeConfiguration.class,
    WebConfiguration.class
})
public class WebConsoleApplication {
    public static void main(String[] arguments) {
        System.setProperty("spring.config.name", "web-console");
        SpringApplication.run(WebConsoleApplication.class, arguments);
    }
}
