package dev.longshore.testing;

import dev.longshore.platform.inbox.Inbox;
import dev.longshore.platform.inbox.InboxConfiguration;
import dev.longshore.platform.jdbi.JdbiConfiguration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class DatabaseInboxIT extends InboxContract {
    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static @Nullable AnnotationConfigApplicationContext context;

    @BeforeAll
    static void start() {
        DataSource database = postgres.migrated("some_service", "classpath:db/platform");
        AnnotationConfigApplicationContext started = new AnnotationConfigApplicationContext();
        started.registerBean(DataSource.class, () -> database);
        started.register(JdbiConfiguration.class, InboxConfiguration.class);
        started.refresh();
        context = started;
    }

    @AfterAll
    static void close() {
        if (context != null) {
            context.close();
        }
    }

    @Override
    Inbox inbox() {
        if (context == null) {
            throw new IllegalStateException("not started");
        }
        return context.getBean(Inbox.class);
    }
}
