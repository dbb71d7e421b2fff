package dev.longshore.worker;

import dev.longshore.platform.fault.FaultConfiguration;
import dev.longshore.platform.inbox.InboxConfiguration;
import dev.longshore.platform.jdbi.JdbiConfiguration;
import dev.longshore.platform.messaging.MessagingConfiguration;
import dev.longshore.platform.outbox.OutboxConfiguration;
import dev.longshore.platform.time.TimeConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** One worker process. Any number of them may run; they share the database, the broker and the artifact store. */
@SpringBootApplication
@Import({
    FaultConfiguration.class,
    InboxConfiguration.class,
    JdbiConfiguration.class,
    MessagingConfiguration.class,
    OutboxConfiguration.class,
    TimeConfiguration.class
})
public class ExportWorkerApplication {
    public static void main(String[] arguments) {
        System.setProperty("spring.config.name", "export-worker");
        SpringApplication.run(ExportWorkerApplication.class, arguments);
    }
}
