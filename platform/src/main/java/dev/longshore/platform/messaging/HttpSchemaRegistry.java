package dev.longshore.platform.messaging;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A registry reached by Confluent's REST interface: Longshore's own, Apicurio ({@code /apis/ccompat/v7}), Confluent,
 * Karapace or Redpanda. Answers are kept for good, since a schema never changes under its id.
 */
public final class HttpSchemaRegistry implements SchemaRegistry {
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int OK = 200;
    private static final int CONFLICT = 409;
    private static final int SERVER_ERRORS = 500;
    private static final int TOO_MANY_REQUESTS = 429;

    private final URI baseUri;
    private final Registration registration;
    private final Duration timeout;
    private final HttpClient http;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<Registered, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

    /** What to do with a schema that the registry does not know yet. */
    public enum Registration {
        /** Register it. */
        AUTOMATIC,
        /** Refuse to use it: schemas are registered when a version is deployed. */
        LOOK_UP_ONLY
    }

    private record Registered(String subject, Schema schema) {}

    /**
     * @param baseUri address of the interface, with or without a slash at its end
     * @param timeout longest wait for one answer
     */
    public HttpSchemaRegistry(URI baseUri, Registration registration, Duration timeout) {
        this.baseUri = URI.create(baseUri.toString().replaceAll("/+$", "") + "/");
        this.registration = registration;
        this.timeout = timeout;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    @Override
    public int idOf(String subject, Schema schema) {
        return ids.computeIfAbsent(new Registered(subject, schema), this::requireId);
    }

    @Override
    public Schema schemaOf(int id) {
        return schemas.computeIfAbsent(id, this::requireSchema);
    }

    private int requireId(Registered registered) {
        String subject = "subjects/" + URLEncoder.encode(registered.subject(), StandardCharsets.UTF_8);
        if (registration == Registration.LOOK_UP_ONLY) {
            return idIn(registered, post(subject, registered.schema()));
        }
        HttpResponse<String> response = post(subject + "/versions", registered.schema());
        if (response.statusCode() == CONFLICT) {
            // Some registries answer a race of two writers of the same schema like this: the other one has won.
            HttpResponse<String> known = post(subject, registered.schema());
            return idIn(registered, known.statusCode() == OK ? known : response);
        }
        return idIn(registered, response);
    }

    private int idIn(Registered registered, HttpResponse<String> response) {
        if (response.statusCode() != OK) {
            throw new IllegalStateException("The schema registry refused subject %s with status %d: %s"
                    .formatted(registered.subject(), response.statusCode(), messageOf(response)));
        }
        return json.readTree(response.body()).required("id").asInt();
    }

    private HttpResponse<String> post(String path, Schema schema) {
        String body = json.writeValueAsString(Map.of("schema", schema.toString()));
        return send(HttpRequest.newBuilder(baseUri.resolve(path))
                .header("Content-Type", MEDIA_TYPE)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private Schema requireSchema(int id) {
        HttpResponse<String> response = send(
                HttpRequest.newBuilder(baseUri.resolve("schemas/ids/" + id)).GET());
        if (response.statusCode() != OK) {
            throw new UndecodableMessageException("The schema registry has no schema %d (status %d: %s)"
                    .formatted(id, response.statusCode(), messageOf(response)));
        }
        try {
            return new Schema.Parser()
                    .parse(json.readTree(response.body()).required("schema").asString());
        } catch (AvroRuntimeException | JacksonException e) {
            throw new UndecodableMessageException("The schema registry's schema %d is not Avro".formatted(id), e);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(
                    request.header("Accept", MEDIA_TYPE + ", application/json")
                            .timeout(timeout)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= SERVER_ERRORS || response.statusCode() == TOO_MANY_REQUESTS) {
                throw new RegistryUnavailableException(
                        "The schema registry at %s answers with status %d".formatted(baseUri, response.statusCode()));
            }
            return response;
        } catch (IOException e) {
            throw new RegistryUnavailableException("The schema registry at %s cannot be reached".formatted(baseUri), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException("Interrupted while waiting for the schema registry", e);
        }
    }

    private String messageOf(HttpResponse<String> response) {
        try {
            JsonNode message = json.readTree(response.body()).path("message");
            return message.isString() ? message.asString() : "no message";
        } catch (JacksonException e) {
            return "no readable message";
        }
    }
}
