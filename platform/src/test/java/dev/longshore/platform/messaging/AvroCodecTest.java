package dev.longshore.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.longshore.platform.messaging.HttpSchemaRegistry.Registration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AvroCodecTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final List<String> requests = new ArrayList<>();
    private HttpServer server = serverOf();
    private int status = 200;
    private int statusOfVersions;

    @BeforeEach
    void start() {
        server.createContext("/registry/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void writes_a_zero_byte_the_schema_id_and_the_record() {
        byte[] message = codec(Registration.AUTOMATIC).encode("greetings", greeting("hello", 3));

        ByteBuffer bytes = ByteBuffer.wrap(message);
        assertThat(bytes.get()).isZero();
        assertThat(bytes.getInt()).isEqualTo(7);
        assertThat(requests).containsExactly("POST /registry/subjects/greetings-value/versions");
    }

    @Test
    void reads_what_it_wrote_and_asks_the_registry_once() {
        AvroCodec codec = codec(Registration.AUTOMATIC);
        byte[] message = codec.encode("greetings", greeting("hello", 3));
        codec.encode("greetings", greeting("again", 1));

        assertThat(codec.decode(message, Greeting.class)).isEqualTo(greeting("hello", 3));
        assertThat(codec.decode(message, Greeting.class)).isEqualTo(greeting("hello", 3));
        assertThat(requests)
                .containsExactly("POST /registry/subjects/greetings-value/versions", "GET /registry/schemas/ids/7");
    }

    @Test
    void only_looks_schemas_up_where_the_installation_registers_them_itself() {
        codec(Registration.LOOK_UP_ONLY).encode("greetings", greeting("hello", 3));

        assertThat(requests).containsExactly("POST /registry/subjects/greetings-value");
    }

    @Test
    void bytes_that_are_no_message_are_undecodable() {
        AvroCodec codec = codec(Registration.AUTOMATIC);

        assertThatThrownBy(() -> codec.decode(new byte[0], Greeting.class))
                .isInstanceOf(UndecodableMessageException.class);
        assertThatThrownBy(() -> codec.decode("not avro".getBytes(StandardCharsets.UTF_8), Greeting.class))
                .isInstanceOf(UndecodableMessageException.class);
        assertThatThrownBy(() -> codec.decode(new byte[] {0, 0, 0, 0, 7, 99}, Greeting.class))
                .isInstanceOf(UndecodableMessageException.class);
        assertThatThrownBy(() -> codec.decode(null, Greeting.class)).isInstanceOf(UndecodableMessageException.class);
    }

    @Test
    void an_unknown_schema_is_undecodable_but_an_outage_is_not() {
        AvroCodec codec = codec(Registration.AUTOMATIC);
        byte[] message = codec.encode("greetings", greeting("hello", 3));

        status = 404;
        assertThatThrownBy(() -> codec.decode(message, Greeting.class)).isInstanceOf(UndecodableMessageException.class);
        status = 503;
        assertThatThrownBy(() -> codec.decode(message, Greeting.class))
                .isInstanceOf(RegistryUnavailableException.class);
        status = 200;
        assertThat(codec.decode(message, Greeting.class)).isEqualTo(greeting("hello", 3));
    }

    @Test
    void a_refused_schema_fails_the_writer() {
        status = 409;

        assertThatThrownBy(() -> codec(Registration.AUTOMATIC).encode("greetings", greeting("hello", 3)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("greetings-value");
    }

    @Test
    void a_conflict_between_two_writers_of_the_same_schema_is_settled_by_looking_it_up() {
        statusOfVersions = 409;

        byte[] message = codec(Registration.AUTOMATIC).encode("greetings", greeting("hello", 3));

        assertThat(ByteBuffer.wrap(message, 1, 4).getInt()).isEqualTo(7);
        assertThat(requests)
                .containsExactly(
                        "POST /registry/subjects/greetings-value/versions", "POST /registry/subjects/greetings-value");
    }

    private AvroCodec codec(Registration registration) {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/registry");
        return new AvroCodec(new HttpSchemaRegistry(uri, registration, TIMEOUT));
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        exchange.getRequestBody().readAllBytes();
        int answered =
                statusOfVersions > 0 && exchange.getRequestURI().getPath().endsWith("/versions")
                        ? statusOfVersions
                        : status;
        String schema = Greeting.SCHEMA$.toString().replace("\"", "\\\"");
        byte[] body = (answered == 200
                        ? "{\"id\": 7, \"schema\": \"%s\"}".formatted(schema)
                        : "{\"error_code\": %d, \"message\": \"as scripted\"}".formatted(answered))
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answered, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Greeting greeting(String word, int times) {
        Greeting greeting = new Greeting();
        greeting.put(0, word);
        greeting.put(1, times);
        return greeting;
    }

    private static HttpServer serverOf() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
