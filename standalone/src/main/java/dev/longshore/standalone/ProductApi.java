package dev.longshore.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public REST interface as any client uses it: over HTTP, signed in by Basic. */
final class ProductApi {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int NOT_FOUND = 404;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final JsonMapper json = JsonMapper.shared();
    private final URI base;
    private final String authorization;

    ProductApi(URI console, String user, String password) {
        base = console.resolve("/api/v1/");
        authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ':' + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Empty when there is no such thing (yet). */
    Optional<JsonNode> find(String path) throws IOException, InterruptedException {
        var response = send(request(path).GET());
        return response.statusCode() == NOT_FOUND ? Optional.empty() : Optional.of(body(response));
    }

    /**
     * Sends JSON. The key makes a repetition harmless, as long as the repeated text is the same.
     *
     * @throws IOException when the answer is not a success
     */
    JsonNode post(String path, String idempotencyKey, String body) throws IOException, InterruptedException {
        return body(send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofString(body))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Authorization", authorization);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode body(HttpResponse<String> response) throws IOException {
        if (response.statusCode() >= 300) {
            throw new IOException("%s was answered with %d: %s"
                    .formatted(response.uri().getPath(), response.statusCode(), response.body()));
        }
        return json.readTree(response.body());
    }
}
