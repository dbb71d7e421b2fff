package dev.longshore.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Names of configuration properties: those in the services' files, and all that libraries and services declare. */
final class ConfigurationNames {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";

    private ConfigurationNames() {}

    static Set<String> ofMetadata() throws IOException {
        var names = new TreeSet<String>();
        var resources = ConfigurationNames.class.getClassLoader().getResources(METADATA);
        while (resources.hasMoreElements()) {
            try (var in = resources.nextElement().openStream()) {
                for (var property : JsonMapper.shared().readTree(in).path("properties")) {
                    names.add(property.path("name").asString());
                }
            }
        }
        return names;
    }

    static Set<String> ofFile(String service) throws IOException {
        return settings(service).keySet();
    }

    /** The settings of the service's own file, flat. */
    static Map<String, String> settings(String service) throws IOException {
        var resource = "/" + service + ".yml";
        try (var in = Objects.requireNonNull(ConfigurationNames.class.getResourceAsStream(resource), resource)) {
            Map<String, String> settings = new TreeMap<>();
            flatten("", ComposeFile.yaml(new String(in.readAllBytes(), StandardCharsets.UTF_8)), settings);
            return settings;
        }
    }

    private static void flatten(String prefix, JsonNode node, Map<String, String> settings) {
        for (var property : node.properties()) {
            var name = prefix + property.getKey();
            if (property.getValue().isObject()) {
                flatten(name + ".", property.getValue(), settings);
            } else {
                settings.put(name, property.getValue().asString());
            }
        }
    }
}
