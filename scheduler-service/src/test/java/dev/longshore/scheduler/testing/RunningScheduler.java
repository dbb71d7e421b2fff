package dev.longshore.scheduler.testing;

import static java.util.Objects.requireNonNull;

import dev.longshore.testing.EndpointAccess;
import dev.longshore.testing.EndpointTable;
import dev.longshore.testing.Eventually;
import dev.longshore.testing.KafkaExtension;
import dev.longshore.testing.PostgresExtension;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A scheduler-service for one test class, with a database and a broker of its own. Register it as a static field.
 *
 * <p>One as it is delivered goes on running after its class: if the next class wants just that, it finds it with empty
 * tables and with what was said on topics before.
 */
public final class RunningScheduler implements BeforeAllCallback, AfterAllCallback {
    private static final String EMPTY_ALL_TABLES = """
            DO $$
            BEGIN
                EXECUTE (SELECT 'TRUNCATE ' || string_agg(format('scheduler.%I', tablename), ', ') FROM pg_tables
                         WHERE schemaname = 'scheduler' AND tablename <> 'flyway_schema_history');
            END $$
            """;

    private static @Nullable Running lent;

    private final UnaryOperator<SchedulerInstance.Builder> changes;
    private final boolean delivered;
    private @Nullable Running running;

    private RunningScheduler(UnaryOperator<SchedulerInstance.Builder> changes, boolean delivered) {
        this.changes = changes;
        this.delivered = delivered;
    }

    public static RunningScheduler asDelivered() {
        return new RunningScheduler(UnaryOperator.identity(), true);
    }

    public static RunningScheduler changed(UnaryOperator<SchedulerInstance.Builder> changes) {
        return new RunningScheduler(changes, false);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        var present = lent;
        if (delivered && present != null) {
            // Its loops use the tables, too: of two who wait for each other, the database sends one away.
            Eventually.that("all tables are emptied", () -> present.postgres.execute(EMPTY_ALL_TABLES));
            running = present;
            return;
        }
        var postgres = new PostgresExtension();
        var kafka = new KafkaExtension();
        postgres.beforeAll(context);
        kafka.beforeAll(context);
        running = new Running(
                postgres,
                kafka,
                changes.apply(SchedulerInstance.on(postgres, kafka)).start(),
                context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        var ending = running;
        running = null;
        if (ending == null) {
            return; // it did not start
        }
        if (!delivered) {
            ending.stop();
            return;
        }
        lent = ending;
        KafkaExtension.lend(() -> {
            lent = null;
            ending.stop();
        });
    }

    /** Its REST interface, as an exporter. */
    public SchedulerApi api() {
        return running().instance.api();
    }

    public SchedulerApi api(String user, String... roles) {
        return running().instance.api(user, roles);
    }

    /** Holds its endpoints to a table of who may do what. */
    public EndpointAccess access(EndpointTable table, String source) {
        return running().instance.access(table, source);
    }

    /** What the broker holds. */
    public TopicReader topics() {
        return running().topics();
    }

    public <T> T bean(Class<T> type) {
        return running().instance.bean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return running().instance.bean(name, type);
    }

    /** Statements against its database. */
    public void execute(String... statements) {
        running().postgres.execute(statements);
    }

    private Running running() {
        return requireNonNull(running, "the scheduler is started before the first test");
    }

    /** A scheduler with its servers. */
    private static final class Running {
        private final PostgresExtension postgres;
        private final KafkaExtension kafka;
        private final SchedulerInstance instance;
        private final ExtensionContext firstClass;
        private @Nullable TopicReader topics;

        private Running(
                PostgresExtension postgres,
                KafkaExtension kafka,
                SchedulerInstance instance,
                ExtensionContext firstClass) {
            this.postgres = postgres;
            this.kafka = kafka;
            this.instance = instance;
            this.firstClass = firstClass;
        }

        private TopicReader topics() {
            var reader = topics;
            if (reader == null) {
                reader = new TopicReader(kafka);
                topics = reader;
            }
            return reader;
        }

        private void stop() {
            var reader = topics;
            if (reader != null) {
                reader.close();
            }
            instance.close();
            kafka.afterAll(firstClass);
            postgres.afterAll(firstClass);
        }
    }
}
