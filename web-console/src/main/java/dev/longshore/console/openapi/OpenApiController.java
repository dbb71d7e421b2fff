package dev.longshore.console.openapi;

import static java.util.Objects.requireNonNull;

import dev.longshore.console.ConsoleProperties;
import dev.longshore.platform.web.Problems;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
@Hidden
final class OpenApiController {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String PATH = "/v3/api-docs";

    /** Ours, committed as docs/api/web-console.json; a test holds the code to it. */
    private static final String OWN = "/openapi/web-console.json";

    private final ConsoleProperties.Services services;
    private final JsonMapper json;
    private final HttpClient client;

    OpenApiController(ConsoleProperties properties, JsonMapper json) {
        this.services = properties.services();
        this.json = json;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.relay().connectTimeout())
                .build();
    }

    /** Read from the services at each call: it is asked for rarely, and is then what runs. */
    @GetMapping("/api/v1/openapi.json")
    JsonNode document() throws InterruptedException {
        JoinedDocument joined = new JoinedDocument();
        joined.add("Scheduler", fetch(services.scheduler()));
        joined.add("History", fetch(services.history()));
        joined.add("Console", own());
        return joined.document();
    }

    private JsonNode own() {
        try (InputStream document = requireNonNull(OpenApiController.class.getResourceAsStream(OWN))) {
            return json.readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode fetch(URI service) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(service.resolve(PATH)).timeout(PATIENCE).build();
        try {
            return json.readTree(client.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new ErrorResponseException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    Problems.problem(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "service-unreachable",
                            "The service at %s cannot be reached at the moment.".formatted(service)),
                    e);
        }
    }
}
