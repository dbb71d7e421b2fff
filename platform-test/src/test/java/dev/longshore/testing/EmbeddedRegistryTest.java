package dev.longshore.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.embedded.RegistryServer;
import dev.longshore.testing.RegistryClient.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is particular to our own registry. */
class EmbeddedRegistryTest {
    private static final RegistryServer REGISTRY = RegistryServer.startInMemory(0);

    private final RegistryClient client = new RegistryClient(REGISTRY.uri());

    @AfterAll
    static void close() {
        REGISTRY.close();
    }

    @Test
    void compatibility_is_full_and_transitive_unless_somebody_set_it() {
        assertThat(client.get("/config").text("compatibilityLevel")).isEqualTo("FULL_TRANSITIVE");
        client.register("strict-value", Word.SCHEMA$);
        client.postSchema("/subjects/strict-value/versions", Word.INCOMPATIBLE).isRefusedWith(409, 409);
        client.get("/config/strict-value").isRefusedWith(404, 40408);
        assertThat(client.get("/config/strict-value?defaultToGlobal=true").text("compatibilityLevel"))
                .isEqualTo("FULL_TRANSITIVE");
    }

    @Test
    void nothing_can_be_deleted() {
        client.register("kept-value", Word.SCHEMA$);
        client.delete("/subjects/kept-value").isRefusedWith(405, 405);
        client.delete("/subjects/kept-value/versions/1").isRefusedWith(405, 405);
        assertThat(client.get("/subjects").texts()).contains("kept-value");
    }

    @Test
    void answers_and_errors_carry_the_content_type_of_the_api() {
        assertThat(client.get("/subjects").contentType()).isEqualTo("application/vnd.schemaregistry.v1+json");
        Answer unknown = client.get("/nonsense");
        unknown.isRefusedWith(404, 404);
        assertThat(unknown.contentType()).isEqualTo("application/vnd.schemaregistry.v1+json");
    }

    @Test
    void uses_of_an_id_are_told() {
        int id = client.register("used-value", Word.SCHEMA$);
        client.register("used-too-value", Word.SCHEMA$);
        assertThat(client.get("/schemas/ids/" + id + "/versions")
                        .body()
                        .valueStream()
                        .map(use -> use.required("subject").asString()))
                .contains("used-value", "used-too-value");
        assertThat(client.get("/schemas/types").texts()).containsExactly("AVRO");
    }

    @Test
    void requests_out_of_shape_are_refused_in_words() {
        client.post("/subjects/odd-value/versions", "no json").isRefusedWith(422, 42201);
        client.post("/subjects/odd-value/versions", "[]").isRefusedWith(422, 42201);
        client.post("/subjects/odd-value/versions", "{\"schema\": 5}").isRefusedWith(422, 42201);
        client.post("/subjects/odd-value/versions", "{\"schema\": \"\\\"int\\\"\", \"schemaType\": \"JSON\"}")
                .isRefusedWith(422, 42201);
        client.get("/subjects/odd-value/versions/zero").isRefusedWith(422, 42202);
        client.put("/config/odd-value", "{\"compatibility\": \"SOMEWHAT\"}").isRefusedWith(422, 42203);
        client.post("/config", "{}").isRefusedWith(405, 405);
        client.post("/subjects/odd-value/versions", "x".repeat((1 << 20) + 1)).isRefusedWith(413, 413);
    }

    @Test
    void a_subject_may_hold_signs_that_a_path_must_escape() {
        client.register("a%2Fb%20c+d", Word.SCHEMA$);
        assertThat(client.get("/subjects").texts()).contains("a/b c+d");
    }
}
