package dev.longshore.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.embedded.RegistryServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseRegistryIT extends OwnRegistryContract {
    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static @Nullable RegistryServer registry;

    @BeforeAll
    static void start() {
        registry = RegistryServer.start(0, postgres.dataSource());
    }

    @AfterAll
    static void close() {
        Objects.requireNonNull(registry).close();
    }

    @Override
    URI registry() {
        return Objects.requireNonNull(registry).uri();
    }

    @Test
    void ids_levels_and_versions_survive_the_registry() {
        int id;
        try (RegistryServer first = RegistryServer.start(0, postgres.dataSource())) {
            RegistryClient client = new RegistryClient(first.uri());
            id = client.register("kept-value", Word.SCHEMA$);
            client.setLevel("kept-value", "FORWARD");
        }
        try (RegistryServer second = RegistryServer.start(0, postgres.dataSource())) {
            RegistryClient client = new RegistryClient(second.uri());
            assertThat(client.get("/schemas/ids/" + id).schema()).isEqualTo(Word.SCHEMA$);
            assertThat(client.register("kept-value", Word.SCHEMA$)).isEqualTo(id);
            assertThat(client.get("/config/kept-value").text("compatibilityLevel"))
                    .isEqualTo("FORWARD");
        }
    }

    @Test
    void two_registries_on_one_database_number_competing_versions_without_a_gap() throws Exception {
        int candidates = 12;
        ExecutorService callers = Executors.newFixedThreadPool(candidates);
        try (RegistryServer other = RegistryServer.start(0, postgres.dataSource())) {
            List<Future<Integer>> ids = new ArrayList<>();
            for (int i = 0; i < candidates; i++) {
                RegistryClient client = new RegistryClient(i % 2 == 0 ? registry() : other.uri());
                Schema candidate = withOptional("field" + i);
                ids.add(callers.submit(() -> client.register("race-value", candidate)));
            }
            for (Future<Integer> id : ids) {
                assertThat(id.get()).isPositive();
            }
            assertThat(new RegistryClient(registry())
                            .get("/subjects/race-value/versions")
                            .numbers())
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, candidates).boxed().toList());
        } finally {
            callers.shutdownNow();
        }
    }

    private static Schema withOptional(String field) {
        return SchemaBuilder.record("Race").fields().optionalString(field).endRecord();
    }
}
