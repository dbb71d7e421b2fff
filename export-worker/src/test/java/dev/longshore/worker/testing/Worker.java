package dev.longshore.worker.testing;

import dev.longshore.platform.fault.FaultPoints;
import dev.longshore.testing.KafkaExtension;
import dev.longshore.testing.PostgresExtension;
import dev.longshore.testing.ScriptedFaults;
import dev.longshore.worker.ExportWorkerApplication;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A whole worker within this JVM, with faults that a test scripts. */
public final class Worker implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final ScriptedFaults faults;

    private Worker(ConfigurableApplicationContext context, ScriptedFaults faults) {
        this.context = context;
        this.faults = faults;
    }

    /**
     * Starts a worker.
     *
     * @param artifacts directory of the artifact store
     * @param settings that differ from the tests' usual ones
     */
    public static Worker start(
            PostgresExtension postgres, KafkaExtension kafka, Path artifacts, Map<String, String> settings) {
        ScriptedFaults faults = new ScriptedFaults();
        ConfigurableApplicationContext context = new SpringApplicationBuilder(ExportWorkerApplication.class)
                .initializers(starting ->
                        ((GenericApplicationContext) starting).registerBean(FaultPoints.class, () -> faults))
                .registerShutdownHook(false)
                .run(arguments(postgres, kafka, artifacts, settings).toArray(String[]::new));
        return new Worker(context, faults);
    }

    /** What a worker of these tests is started with. */
    static List<String> arguments(
            PostgresExtension postgres, KafkaExtension kafka, Path artifacts, Map<String, String> settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.config.name=export-worker",
                "--server.port=0",
                "--spring.datasource.url=" + postgres.jdbcUrl(),
                "--spring.datasource.username=" + postgres.username(),
                "--spring.datasource.password=" + postgres.password(),
                "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                "--longshore.registry.url=" + kafka.registryUrl(),
                "--longshore.worker.source.url=" + postgres.jdbcUrl(),
                "--longshore.worker.source.user=" + postgres.username(),
                "--longshore.worker.source.password=" + postgres.password(),
                "--longshore.artifacts.directory=" + artifacts,
                "--longshore.worker.first-retry-pause=50ms"));
        Map<String, String> all = new HashMap<>(Map.of("longshore.worker.plan.keys-per-chunk", "500"));
        all.putAll(settings);
        all.forEach((name, value) -> arguments.add("--%s=%s".formatted(name, value)));
        return arguments;
    }

    /** What goes wrong in this worker. */
    public ScriptedFaults faults() {
        return faults;
    }

    /** A part of the worker. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Stops it as a signal does. */
    @Override
    public void close() {
        context.close();
    }
}
