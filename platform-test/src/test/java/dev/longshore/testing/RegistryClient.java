package dev.longshore.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to a registry as any client does, without our own client. */
final class RegistryClient {
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI base;
    private final HttpClient http = HttpClient.newHttpClient();

    RegistryClient(URI base) {
        this.base = base;
    }

    /** What the registry said. */
    record Answer(int status, String contentType, JsonNode body) {
        void isRefusedWith(int expectedStatus, int expectedCode) {
            assertThat(List.of(status, body.path("error_code").asInt(0)))
                    .as("status and error code of %s", body)
                    .containsExactly(expectedStatus, expectedCode);
            assertThat(body.path("message").isString())
                    .as("a message in %s", body)
                    .isTrue();
        }

        int number(String field) {
            return body.required(field).asInt();
        }

        String text(String field) {
            return body.required(field).asString();
        }

        boolean truth(String field) {
            return body.required(field).asBoolean();
        }

        Schema schema() {
            return new Schema.Parser().parse(text("schema"));
        }

        List<Integer> numbers() {
            return body.valueStream().map(JsonNode::asInt).toList();
        }

        List<String> texts() {
            return body.valueStream().map(JsonNode::asString).toList();
        }
    }

    int register(String subject, Schema schema) {
        Answer answer = postSchema("/subjects/" + subject + "/versions", schema);
        assertThat(answer.status()).as("registered: %s", answer.body()).isEqualTo(200);
        return answer.number("id");
    }

    void setLevel(String subject, String level) {
        Answer answer = put("/config/" + subject, JSON.writeValueAsString(Map.of("compatibility", level)));
        assertThat(answer.status()).as("level set: %s", answer.body()).isEqualTo(200);
        assertThat(answer.text("compatibility")).isEqualTo(level);
    }

    Answer postSchema(String path, Schema schema) {
        return post(path, JSON.writeValueAsString(Map.of("schema", schema.toString())));
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, String body) {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    Answer put(String path, String body) {
        return send(request(path).PUT(BodyPublishers.ofString(body)));
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", MEDIA_TYPE)
                .header("Accept", MEDIA_TYPE);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            String contentType = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(response.statusCode(), contentType, JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
