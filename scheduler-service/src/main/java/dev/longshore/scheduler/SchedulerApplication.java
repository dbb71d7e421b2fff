package dev.longshore.scheduler;

import dev.longshore.platform.audit.AuditConfiguration;
import dev.longshore.platform.fault.FaultConfiguration;
import dev.longshore.platform.inbox.InboxConfiguration;
import dev.longshore.platform.jdbi.JdbiConfiguration;
import dev.longshore.platform.messaging.MessagingConfiguration;
import dev.longshore.platform.outbox.OutboxConfiguration;
import dev.longshore.platform.security.ResourceServerConfiguration;
import dev.longshore.platform.web.WebConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** Owns what is to be exported and when: jobs, fire times, windows, and the issuing of runs. */
@SpringBootApplication
@Import({
    AuditConfiguration.class,
    FaultConfiguration.class,
    InboxConfiguration.class,
    JdbiConfiguration.class,
    MessagingConfiguration.class,
    OutboxConfiguration.class,
    ResourceServerConfiguration.class,
    WebConfiguration.class
})
public class SchedulerApplication {
    /** Name of the configuration file; one class path may hold several services. */
    public static final String CONFIG_NAME = "scheduler-service";

    public static void main(String[] args) {
        new SpringApplicationBuilder(SchedulerApplication.class)
                .properties("spring.config.name=" + CONFIG_NAME)
                .run(args);
    }
}
