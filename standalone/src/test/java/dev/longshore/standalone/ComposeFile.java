package dev.longshore.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** docker-compose.yml as a reader of YAML sees it: anchors and merges resolved, variables left as they stand. */
record ComposeFile(JsonNode root) {

    /** The repository's folder; tests run in the module's. */
    static final Path REPOSITORY = Path.of(System.getProperty("basedir", ""))
            .toAbsolutePath()
            .resolve("..")
            .normalize();

    static ComposeFile read() throws IOException {
        return new ComposeFile(yaml(Files.readString(REPOSITORY.resolve("docker-compose.yml"))));
    }

    static JsonNode yaml(String text) {
        Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        return JsonMapper.shared().valueToTree(loaded);
    }

    JsonNode service(String name) {
        var service = root.path("services").path(name);
        if (service.isMissingNode()) {
            throw new AssertionError("docker-compose.yml has no service " + name);
        }
        return service;
    }

    List<String> services() {
        return new ArrayList<>(root.path("services").propertyNames());
    }

    Map<String, String> environment(String service) {
        Map<String, String> environment = new TreeMap<>();
        service(service)
                .path("environment")
                .properties()
                .forEach(variable ->
                        environment.put(variable.getKey(), variable.getValue().asString()));
        return environment;
    }

    String mainClass(String service) {
        return service(service).path("command").path(0).asString();
    }
}
