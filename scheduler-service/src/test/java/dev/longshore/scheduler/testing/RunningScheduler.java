package dev.longshore.scheduler.testing;

import static java.util.Objects.requireNonNull;

import dev.longshore.testing.KafkaExtension;
import dev.longshore.testing.PostgresExtension;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A scheduler-service for one test class, with a database and a broker of its own. Register it as a static field. */
public final class RunningScheduler implements BeforeAllCallback, AfterAllCallback {
    private final PostgresExtension postgres = new PostgresExtension();
    private final KafkaExtension kafka = new KafkaExtension();
    private final UnaryOperator<SchedulerInstance.Builder> changes;
    private @Nullable SchedulerInstance instance;
    private @Nullable TopicReader topics;

    private RunningScheduler(UnaryOperator<SchedulerInstance.Builder> changes) {
        this.changes = changes;
    }

    public static RunningScheduler asDelivered() {
        return changed(UnaryOperator.identity());
    }

    public static RunningScheduler changed(UnaryOperator<SchedulerInstance.Builder> changes) {
        return new RunningScheduler(changes);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        postgres.beforeAll(context);
        kafka.beforeAll(context);
        instance = changes.apply(SchedulerInstance.on(postgres, kafka)).start();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        var reader = topics;
        if (reader != null) {
            reader.close();
        }
        var running = instance;
        if (running != null) {
            running.close();
        }
        kafka.afterAll(context);
        postgres.afterAll(context);
    }

    /** Its REST interface, as an exporter. */
    public SchedulerApi api() {
        return running().api();
    }

    public SchedulerApi api(String user, String... roles) {
        return running().api(user, roles);
    }

    /** What the broker holds. */
    public TopicReader topics() {
        var reader = topics;
        if (reader == null) {
            reader = new TopicReader(kafka);
            topics = reader;
        }
        return reader;
    }

    public <T> T bean(Class<T> type) {
        return running().bean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return running().bean(name, type);
    }

    /** Statements against its database. */
    public void execute(String... statements) {
        postgres.execute(statements);
    }

    private SchedulerInstance running() {
        return requireNonNull(instance, "the scheduler is started before the first test");
    }
}
