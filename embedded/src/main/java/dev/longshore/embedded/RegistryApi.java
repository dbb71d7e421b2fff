package dev.longshore.embedded;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The subset of the Confluent registry's REST API that stock clients use, apart from HTTP itself. */
final class RegistryApi {
    private static final String AVRO = "AVRO";

    private final SchemaCatalog catalog;
    private final JsonMapper json = JsonMapper.shared();

    RegistryApi(SchemaCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * @param method in upper case
     * @param path segments of the path, decoded
     * @param query the raw query, empty when there is none
     * @param body the request's body, empty when there is none
     */
    record Request(String method, List<String> path, String query, byte[] body) {}

    /** Answers with a value to be written as JSON, or throws a {@link RegistryRefusal}. */
    Object answer(Request request) {
        if (request.method().equals("DELETE")) {
            throw RegistryRefusal.methodNotAllowed(); // ids live in messages for good: nothing is ever taken back
        }
        List<String> path = request.path();
        String root = path.isEmpty() ? "" : path.get(0);
        return switch (root) {
            case "" -> Map.of();
            case "subjects" -> subjects(request);
            case "schemas" -> schemas(request);
            case "compatibility" -> compatibility(request);
            case "config" -> config(request);
            case "mode" -> get(request, Map.of("mode", "READWRITE"));
            default -> throw RegistryRefusal.unknownPath();
        };
    }

    private static Object get(Request request, Object answer) {
        if (!request.method().equals("GET")) {
            throw RegistryRefusal.methodNotAllowed();
        }
        return answer;
    }

    private Object subjects(Request request) {
        List<String> path = request.path();
        boolean posts = request.method().equals("POST");
        if (path.size() == 1) {
            return get(request, catalog.subjects());
        }
        String subject = path.get(1);
        if (path.size() == 2 && posts) {
            return described(catalog.lookUp(subject, schema(request)));
        }
        if (path.size() < 3 || !path.get(2).equals("versions")) {
            throw RegistryRefusal.unknownPath();
        }
        if (path.size() == 3) {
            return posts
                    ? Map.of("id", catalog.register(subject, schema(request)).id())
                    : get(request, versions(catalog.requireVersions(subject)));
        }
        RegisteredVersion version = catalog.requireVersion(subject, path.get(3));
        if (path.size() == 5 && path.get(4).equals("schema")) {
            return get(request, tree(version.schema()));
        }
        if (path.size() != 4) {
            throw RegistryRefusal.unknownPath();
        }
        return get(request, described(version));
    }

    private static List<Integer> versions(List<RegisteredVersion> versions) {
        return versions.stream().map(RegisteredVersion::version).toList();
    }

    private static Map<String, Object> described(RegisteredVersion version) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("subject", version.subject());
        answer.put("version", version.version());
        answer.put("id", version.id());
        answer.put("schema", version.schema());
        return answer;
    }

    private Object schemas(Request request) {
        List<String> path = request.path();
        if (path.equals(List.of("schemas", "types"))) {
            return get(request, List.of(AVRO));
        }
        if (path.size() < 3 || !path.get(1).equals("ids")) {
            throw RegistryRefusal.unknownPath();
        }
        if (!path.get(2).matches("[0-9]{1,9}")) {
            throw RegistryRefusal.unknownSchema();
        }
        int id = Integer.parseInt(path.get(2));
        if (path.size() == 3) {
            return get(request, Map.of("schema", catalog.requireSchema(id)));
        }
        if (path.size() == 4 && path.get(3).equals("schema")) {
            return get(request, tree(catalog.requireSchema(id)));
        }
        if (path.size() == 4 && path.get(3).equals("versions")) {
            return get(
                    request,
                    catalog.requireUses(id).stream()
                            .map(use -> Map.of("subject", use.subject(), "version", use.version()))
                            .toList());
        }
        throw RegistryRefusal.unknownPath();
    }

    private Object compatibility(Request request) {
        List<String> path = request.path();
        if (path.size() < 4
                || path.size() > 5
                || !path.get(1).equals("subjects")
                || !path.get(3).equals("versions")) {
            throw RegistryRefusal.unknownPath();
        }
        if (!request.method().equals("POST")) {
            throw RegistryRefusal.methodNotAllowed();
        }
        String text = schema(request);
        List<String> objections = path.size() == 5
                ? catalog.objections(path.get(2), path.get(4), text)
                : catalog.objections(path.get(2), text);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("is_compatible", objections.isEmpty());
        if (request.query().contains("verbose=true")) {
            answer.put("messages", objections);
        }
        return answer;
    }

    private Object config(Request request) {
        List<String> path = request.path();
        boolean all = path.size() == 1;
        if (path.size() > 2) {
            throw RegistryRefusal.unknownPath();
        }
        if (request.method().equals("PUT")) {
            String name = text(body(request), "compatibility");
            CompatibilityLevel level = all ? catalog.setLevel(name) : catalog.setLevel(path.get(1), name);
            return Map.of("compatibility", level.name());
        }
        return get(request, Map.of("compatibilityLevel", level(request, all).name()));
    }

    private CompatibilityLevel level(Request request, boolean all) {
        if (all) {
            return catalog.level();
        }
        String subject = request.path().get(1);
        return request.query().contains("defaultToGlobal=true")
                ? catalog.level(subject)
                : catalog.requireOwnLevel(subject);
    }

    private String schema(Request request) {
        JsonNode body = body(request);
        JsonNode type = body.path("schemaType");
        if (type.isString() && !type.stringValue().equals(AVRO)) {
            throw RegistryRefusal.invalidSchema("only AVRO is kept here");
        }
        if (!body.path("references").isEmpty()) {
            throw RegistryRefusal.invalidSchema("references are not kept here; send the expanded schema");
        }
        return text(body, "schema");
    }

    private static String text(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (!value.isString()) {
            throw RegistryRefusal.invalidSchema("field '%s' is missing or not a text".formatted(field));
        }
        return value.stringValue();
    }

    private JsonNode body(Request request) {
        try {
            return json.readTree(request.body());
        } catch (JacksonException e) {
            throw RegistryRefusal.invalidSchema("the request is not JSON");
        }
    }

    private JsonNode tree(String schema) {
        return json.readTree(schema);
    }
}
