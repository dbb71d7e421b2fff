package dev.longshore.history.testing;

import dev.longshore.history.HistoryApplication;
import dev.longshore.history.ingest.Projection;
import dev.longshore.testing.KafkaExtension;
import dev.longshore.testing.PostgresExtension;
import dev.longshore.testing.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** One running history-service on a free port, on the database and broker of a test, with an artifact store of its own. */
public final class HistoryInstance implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final TestTokens tokens;
    private final Path store;

    private HistoryInstance(ConfigurableApplicationContext context, TestTokens tokens, Path store) {
        this.context = context;
        this.tokens = tokens;
        this.store = store;
    }

    public static Builder on(PostgresExtension postgres, KafkaExtension kafka) {
        return new Builder(postgres, kafka);
    }

    /** Its REST interface, as the user ada in these roles. */
    public HistoryApi api(String... roles) {
        return new HistoryApi(port(), tokens, roles);
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public TestTokens tokens() {
        return tokens;
    }

    /** Folder of its artifact store. */
    public Path store() {
        return store;
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
        tokens.close();
    }

    /** What differs from a service as it is delivered. */
    public static final class Builder {
        private final PostgresExtension postgres;
        private final KafkaExtension kafka;
        private final List<String> settings = new ArrayList<>();
        private final List<Consumer<GenericApplicationContext>> replacements = new ArrayList<>();

        private Builder(PostgresExtension postgres, KafkaExtension kafka) {
            this.postgres = postgres;
            this.kafka = kafka;
        }

        public Builder with(String property, Object value) {
            settings.add("--%s=%s".formatted(property, value));
            return this;
        }

        /** Uses this in the place of what the service would make. */
        public <T> Builder with(Class<T> type, T replacement) {
            replacements.add(beans -> beans.registerBean(type, () -> replacement));
            return this;
        }

        public HistoryInstance start() {
            TestTokens tokens = TestTokens.start();
            Path store = newFolder();
            with("server.port", 0);
            with("spring.main.banner-mode", "off");
            with("spring.jmx.enabled", false);
            with("spring.datasource.url", postgres.jdbcUrl());
            with("spring.datasource.username", postgres.username());
            with("spring.datasource.password", postgres.password());
            with("spring.kafka.bootstrap-servers", kafka.bootstrapServers());
            with("longshore.registry.url", kafka.registryUrl());
            with("longshore.artifacts.directory", store);
            with("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", tokens.jwkSetUri());
            ConfigurableApplicationContext context = new SpringApplicationBuilder(
                            HistoryApplication.class, Projection.class)
                    .properties("spring.config.name=history-service")
                    .registerShutdownHook(false)
                    .initializers(
                            starting -> replacements.forEach(each -> each.accept((GenericApplicationContext) starting)))
                    .run(settings.toArray(String[]::new));
            return new HistoryInstance(context, tokens, store);
        }

        private static Path newFolder() {
            try {
                Path folder = Path.of(System.getProperty("basedir", ""), "target", "test-stores");
                return Files.createTempDirectory(Files.createDirectories(folder), "store")
                        .toAbsolutePath();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
