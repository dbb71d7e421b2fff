package dev.longshore.system;

import dev.longshore.platform.fault.FaultPoints;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A service inside the test's JVM, on a free port: quick to start, and stopped in order. */
public record ServiceContext(ConfigurableApplicationContext context) implements AutoCloseable {
    /**
     * @param application the service's application class
     * @param configName name of its configuration file, without the suffix
     */
    static ServiceContext start(Class<?> application, String configName, Map<String, Object> properties) {
        return start(application, configName, properties, FaultPoints.NONE);
    }

    /** @param faults take the place of the service's own, which do nothing */
    static ServiceContext start(
            Class<?> application, String configName, Map<String, Object> properties, FaultPoints faults) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.config.name=" + configName,
                "--spring.main.banner-mode=off",
                "--server.address=127.0.0.1",
                "--server.port=0"));
        properties.forEach((name, value) -> arguments.add("--%s=%s".formatted(name, value)));
        return new ServiceContext(new SpringApplicationBuilder(application)
                .registerShutdownHook(false)
                .initializers(context -> context.getBeanFactory().registerSingleton("faultPoints", faults))
                .run(arguments.toArray(String[]::new)));
    }

    /** Where the service listens. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @Override
    public void close() {
        context.close();
    }
}
