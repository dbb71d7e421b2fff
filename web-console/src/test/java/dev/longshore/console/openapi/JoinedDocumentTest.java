package dev.longshore.console.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JoinedDocumentTest {
    private static final String SCHEDULER = """
            {"paths": {"/api/v1/jobs": {"get": {"schema": {"$ref": "#/components/schemas/Window"}}}},
             "tags": [{"name": "Jobs"}],
             "components": {"schemas": {"Window": {"type": "object"}, "Same": {"type": "string"}}}}
            """;
    private static final String HISTORY = """
            {"paths": {"/api/v1/runs": {"get": {"parts": [{"$ref": "#/components/schemas/Window"}]}}},
             "tags": [{"name": "Runs"}],
             "components": {"schemas": {"Window": {"type": "array"}, "Same": {"type": "string"}}}}
            """;

    private final JsonMapper json = JsonMapper.shared();

    @Test
    void holds_the_paths_and_tags_of_all_services() {
        JsonNode document = joined();

        assertThat(document.path("paths").propertyNames()).containsExactly("/api/v1/jobs", "/api/v1/runs");
        assertThat(document.at("/tags/1/name").asString()).isEqualTo("Runs");
        assertThat(document.path("openapi").asString()).isEqualTo("3.1.0");
    }

    @Test
    void keeps_apart_what_two_services_call_by_one_name() {
        JsonNode document = joined();

        assertThat(document.at("/components/schemas/Window/type").asString()).isEqualTo("object");
        assertThat(document.at("/components/schemas/HistoryWindow/type").asString())
                .isEqualTo("array");
        assertThat(document.path("paths")
                        .path("/api/v1/jobs")
                        .at("/get/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/Window");
        assertThat(document.path("paths")
                        .path("/api/v1/runs")
                        .at("/get/parts/0/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/HistoryWindow");
    }

    @Test
    void holds_once_what_is_the_same_everywhere() {
        assertThat(joined().at("/components/schemas").propertyNames())
                .containsExactlyInAnyOrder("Window", "Same", "HistoryWindow");
    }

    private JsonNode joined() {
        JoinedDocument joined = new JoinedDocument();
        joined.add("Scheduler", json.readTree(SCHEDULER));
        joined.add("History", json.readTree(HISTORY));
        return joined.document();
    }
}
