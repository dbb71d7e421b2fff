package dev.longshore.scheduler.testing;

import static java.util.Objects.requireNonNull;

import dev.longshore.platform.fault.FaultPoints;
import dev.longshore.scheduler.SchedulerApplication;
import dev.longshore.scheduler.clock.DatabaseClock;
import dev.longshore.testing.EndpointAccess;
import dev.longshore.testing.EndpointTable;
import dev.longshore.testing.KafkaExtension;
import dev.longshore.testing.PostgresExtension;
import dev.longshore.testing.TestTokens;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** One running scheduler-service on a free port, on the database and broker of a test. */
public final class SchedulerInstance implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final TestTokens tokens;

    private SchedulerInstance(ConfigurableApplicationContext context, TestTokens tokens) {
        this.context = context;
        this.tokens = tokens;
    }

    public static Builder on(PostgresExtension postgres, KafkaExtension kafka) {
        return new Builder(postgres, kafka);
    }

    /** Its REST interface, as an exporter. */
    public SchedulerApi api() {
        return api("ann", "EXPORTER");
    }

    public SchedulerApi api(String user, String... roles) {
        var server = requireNonNull(((ServletWebServerApplicationContext) context).getWebServer());
        var port = server.getPort();
        return new SchedulerApi(URI.create("http://127.0.0.1:" + port), tokens.bearer(user, roles));
    }

    /** Holds its endpoints to a table of who may do what. */
    public EndpointAccess access(EndpointTable table, String source) {
        var server = requireNonNull(((ServletWebServerApplicationContext) context).getWebServer());
        return new EndpointAccess(context, server.getPort(), tokens, table, source);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    @Override
    public void close() {
        context.close();
        tokens.close();
    }

    /** What differs from a scheduler as it is delivered. */
    public static final class Builder {
        private final PostgresExtension postgres;
        private final KafkaExtension kafka;
        private final List<String> settings = new ArrayList<>();
        private @Nullable DatabaseClock clock;
        private @Nullable FaultPoints faults;
        private @Nullable InstantSource ownClock;

        private Builder(PostgresExtension postgres, KafkaExtension kafka) {
            this.postgres = postgres;
            this.kafka = kafka;
        }

        public Builder with(String property, Object value) {
            settings.add("--%s=%s".formatted(property, value));
            return this;
        }

        public Builder clock(DatabaseClock replacement) {
            clock = replacement;
            return this;
        }

        /** What the instance itself believes the time to be. */
        public Builder ownClock(InstantSource replacement) {
            ownClock = replacement;
            return this;
        }

        public Builder faults(FaultPoints replacement) {
            faults = replacement;
            return this;
        }

        public SchedulerInstance start() {
            var tokens = TestTokens.start();
            with("server.port", 0);
            with("spring.datasource.url", postgres.jdbcUrl());
            with("spring.datasource.username", postgres.username());
            with("spring.datasource.password", postgres.password());
            with("spring.kafka.bootstrap-servers", kafka.bootstrapServers());
            with("longshore.registry.url", kafka.registryUrl());
            with("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", tokens.jwkSetUri());
            with("spring.jmx.enabled", false);
            var context = new SpringApplicationBuilder(SchedulerApplication.class)
                    .properties("spring.config.name=" + SchedulerApplication.CONFIG_NAME)
                    .registerShutdownHook(false)
                    .initializers(this::replaceBeans)
                    .run(settings.toArray(String[]::new));
            return new SchedulerInstance(context, tokens);
        }

        private void replaceBeans(ConfigurableApplicationContext starting) {
            var beans = (GenericApplicationContext) starting;
            var newClock = clock;
            if (newClock != null) {
                beans.registerBean(DatabaseClock.class, () -> newClock);
            }
            var newOwnClock = ownClock;
            if (newOwnClock != null) {
                beans.registerBean(InstantSource.class, () -> newOwnClock);
            }
            var newFaults = faults;
            if (newFaults != null) {
                beans.registerBean(FaultPoints.class, () -> newFaults);
            }
        }
    }
}
