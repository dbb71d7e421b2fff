package dev.longshore.history.testing;

import static java.util.Objects.requireNonNull;

import dev.longshore.history.ingest.Projection;
import dev.longshore.testing.KafkaExtension;
import dev.longshore.testing.PostgresExtension;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A history-service for a test class; register it as a static field. As it is delivered it is one for all classes that
 * follow each other in this JVM: each finds it without runs, artifacts, events and webhooks, with topics and an audit log
 * that others have used. Changed, it is the class's own, with a database and a broker that nobody has used.
 */
public final class RunningHistory implements BeforeAllCallback, AfterAllCallback {
    private static final String EMPTY = """
            TRUNCATE history.run, history.run_progress, history.attempt, history.artifact, history.run_title,
                history.deleted_run, history.deleted_artifact, history.run_estimate, history.expiry_warning,
                history.download_lease, history.export_event, history.webhook, history.webhook_delivery,
                history.webhook_attempt, history.replay, history.rebuild, history.rebuild_position
            """;

    /** The one as it is delivered, while it runs. Only one service at a time takes the messages of the broker. */
    private static @Nullable Servers shared;

    private final UnaryOperator<HistoryInstance.Builder> changes;
    private final boolean own;
    private @Nullable Servers servers;

    /** A service and what it runs on. */
    private record Servers(PostgresExtension postgres, KafkaExtension kafka, HistoryInstance instance) {
        static Servers start(ExtensionContext context, UnaryOperator<HistoryInstance.Builder> changes)
                throws Exception {
            PostgresExtension postgres = new PostgresExtension();
            KafkaExtension kafka = new KafkaExtension();
            postgres.beforeAll(context);
            kafka.beforeAll(context);
            RunTopics.create(kafka);
            return new Servers(
                    postgres,
                    kafka,
                    changes.apply(HistoryInstance.on(postgres, kafka)).start());
        }

        void close(ExtensionContext context) {
            instance.close();
            kafka.afterAll(context);
            postgres.afterAll(context);
        }
    }

    private RunningHistory(UnaryOperator<HistoryInstance.Builder> changes, boolean own) {
        this.changes = changes;
        this.own = own;
    }

    /**
     * The one of all classes. Heartbeats of its streams come often, so that tests need not wait for them, and files are
     * removed only when somebody deletes.
     */
    public static RunningHistory asDelivered() {
        return new RunningHistory(
                delivered -> delivered
                        .with("longshore.history.stream.heartbeat-interval", "200ms")
                        .with("longshore.history.artifacts.removal-interval", "1h"),
                false);
    }

    public static RunningHistory changed(UnaryOperator<HistoryInstance.Builder> changes) {
        return new RunningHistory(changes, true);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Servers running = shared;
        if (own && running != null) {
            shared = null;
            running.close(context);
            running = null;
        }
        if (running == null) {
            running = Servers.start(context, changes);
            shared = own ? null : running;
        } else {
            running.postgres().execute(EMPTY);
        }
        servers = running;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (own) {
            running().close(context);
        }
    }

    /** Its REST interface, as the user ada in these roles. */
    public HistoryApi api(String... roles) {
        return running().instance().api(roles);
    }

    public HistoryInstance instance() {
        return running().instance();
    }

    public KafkaExtension kafka() {
        return running().kafka();
    }

    public PostgresExtension postgres() {
        return running().postgres();
    }

    /** Folder of its artifact store. */
    public Path store() {
        return running().instance().store();
    }

    public <T> T bean(Class<T> type) {
        return running().instance().context().getBean(type);
    }

    /** Projects messages as if their listeners had received them. */
    public void project(List<? extends SpecificRecord> messages) {
        bean(Projection.class).project(messages);
    }

    /** Statements against its database. */
    public void execute(String... statements) {
        running().postgres().execute(statements);
    }

    private Servers running() {
        return requireNonNull(servers, "the service is started before the first test");
    }
}
