package dev.longshore.console.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.console.testing.Browser;
import dev.longshore.console.testing.ConsoleTest;
import dev.longshore.console.testing.FakeService;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

class RelayIT extends ConsoleTest {
    @BeforeEach
    void services_answer() {
        scheduler.behaves(exchange -> FakeService.answer(exchange, 200, "{\"items\":[]}"));
        history.behaves(exchange -> FakeService.answer(exchange, 200, "{\"items\":[]}"));
    }

    @Test
    void a_service_gets_a_short_lived_token_of_its_audience_and_never_the_callers_own_proof() throws Exception {
        Browser client = signedIn();
        client.send(basic("/api/v1/jobs").header("Cookie", "a=b").GET());
        client.get("/api/v1/runs");

        for (FakeService service : List.of(scheduler, history)) {
            FakeService.Call call = service.onlyCall();
            assertThat(call.headers()).doesNotContainKeys("Cookie", "X-csrf-token");
            assertThat(call.headers().get("Authorization")).hasSize(1);
            Jwt token = checked(call.headers().getFirst("Authorization"));
            assertThat(token.getClaimAsString("iss")).isEqualTo("longshore");
            assertThat(token.getAudience()).containsExactly("longshore-api");
            assertThat(token.getSubject()).isEqualTo("admin");
            assertThat(token.getClaimAsStringList("roles")).containsExactly("ADMIN");
            assertThat(token.getClaimAsStringList("sources")).containsExactly("*");
            assertThat(token.getClaimAsString("client_address")).isEqualTo("127.0.0.1");
            assertThat(Duration.between(token.getIssuedAt(), token.getExpiresAt()))
                    .isEqualTo(Duration.ofMinutes(2));
        }
    }

    @Test
    void a_call_and_its_answer_pass_unchanged() throws Exception {
        scheduler.behaves(exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"4\"");
            exchange.getResponseHeaders().set("Location", scheduler.address() + "/api/v1/jobs/7");
            exchange.getResponseHeaders().set("Set-Cookie", "theirs=1");
            FakeService.answer(exchange, 201, "{\"title\":\"Grüße\"}");
        });

        HttpResponse<String> answer = signedIn()
                .send(basic("/api/v1/jobs/7?q=a%2Fb&limit=1")
                        .header("If-Match", "\"3\"")
                        .header("X-Forwarded-For", "198.51.100.7")
                        .PUT(BodyPublishers.ofString("{\"title\":\"Grüße\"}")));

        FakeService.Call call = scheduler.onlyCall();
        assertThat(call.method()).isEqualTo("PUT");
        assertThat(call.address()).hasToString("/api/v1/jobs/7?q=a%2Fb&limit=1");
        assertThat(call.body()).isEqualTo("{\"title\":\"Grüße\"}");
        assertThat(call.headers().getFirst("If-Match")).isEqualTo("\"3\"");
        assertThat(call.headers()).doesNotContainKey("X-forwarded-for");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("{\"title\":\"Grüße\"}");
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"4\"");
        assertThat(answer.headers().firstValue("Location")).hasValue("/api/v1/jobs/7");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void the_interfaces_of_the_services_are_described_in_one_document() throws Exception {
        scheduler.behaves(exchange -> FakeService.answer(exchange, 200, "{\"paths\":{\"/api/v1/jobs\":{}}}"));
        history.behaves(exchange -> FakeService.answer(exchange, 200, "{\"paths\":{\"/api/v1/runs\":{}}}"));

        assertThat(signedIn().get("/api/v1/openapi.json").body())
                .contains("\"paths\":{\"/api/v1/jobs\":{},\"/api/v1/runs\":{},\"/api/v1/me\":");
        assertThat(scheduler.onlyCall().address()).hasToString("/v3/api-docs");
    }

    @Test
    void an_answer_without_a_body_passes() throws Exception {
        scheduler.behaves(exchange -> FakeService.answer(exchange, 204, ""));

        HttpResponse<String> answer = signedIn().send(basic("/api/v1/jobs/7").DELETE());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void a_part_of_a_file_can_be_asked_for() throws Exception {
        history.behaves(exchange -> {
            exchange.getResponseHeaders().set("Content-Range", "bytes 2-4/10");
            exchange.getResponseHeaders().set("Content-Disposition", "attachment; filename=\"x.jsonl\"");
            FakeService.answer(exchange, 206, "cde");
        });

        HttpResponse<String> answer = signedIn()
                .send(basic("/api/v1/artifacts/7/content")
                        .header("Range", "bytes=2-4")
                        .GET());

        assertThat(history.onlyCall().headers().getFirst("Range")).isEqualTo("bytes=2-4");
        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo("cde");
        assertThat(answer.headers().firstValue("Content-Range")).hasValue("bytes 2-4/10");
        assertThat(answer.headers().firstValue("Content-Length")).hasValue("3");
        assertThat(answer.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"x.jsonl\"");
    }

    @Test
    void a_large_file_streams_while_the_service_still_sends_it() throws Exception {
        CountDownLatch firstArrived = new CountDownLatch(1);
        byte[] piece = new byte[1 << 20];
        history.behaves(exchange -> {
            exchange.sendResponseHeaders(200, 40L * piece.length);
            exchange.getResponseBody().write(piece);
            exchange.getResponseBody().flush();
            await(firstArrived);
            for (int i = 1; i < 40; i++) {
                exchange.getResponseBody().write(piece);
            }
            exchange.close();
        });

        HttpResponse<InputStream> answer =
                signedIn().send(basic("/api/v1/artifacts/7/content").GET(), BodyHandlers.ofInputStream());

        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(40L * piece.length);
        try (InputStream body = answer.body()) {
            assertThat(body.readNBytes(piece.length)).hasSize(piece.length);
            firstArrived.countDown();
            assertThat(body.transferTo(java.io.OutputStream.nullOutputStream())).isEqualTo(39L * piece.length);
        }
    }

    @Test
    void an_answer_that_breaks_off_is_not_passed_on_as_whole() throws Exception {
        history.behaves(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[20_000]);
            exchange.getResponseBody().flush();
            throw new IOException("the service dies");
        });
        Browser client = signedIn();
        var call = basic("/api/v1/artifacts/7/content").GET();

        assertThatThrownBy(() -> client.send(call, BodyHandlers.ofByteArray())).isInstanceOf(IOException.class);
    }

    @Test
    void a_body_beyond_the_limit_is_refused_before_it_is_handed_on() throws Exception {
        HttpResponse<String> answer =
                signedIn().send(basic("/api/v1/jobs").POST(BodyPublishers.ofString("x".repeat(64 * 1024 + 1))));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(scheduler.calls()).isEmpty();
    }

    @Test
    void a_service_that_is_slow_to_answer_is_given_up() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        scheduler.behaves(exchange -> await(over));

        HttpResponse<String> answer = signedIn().send(basic("/api/v1/catalog").GET());
        over.countDown();

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.body()).contains("The scheduler-service took longer than 3 s to answer.");
    }

    private Jwt checked(String authorization) {
        assertThat(authorization).startsWith("Bearer ");
        return NimbusJwtDecoder.withJwkSetUri("http://127.0.0.1:" + port + "/.well-known/jwks.json")
                .build()
                .decode(authorization.substring("Bearer ".length()));
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IOException("the test did not go on");
            }
        } catch (InterruptedException e) {
            throw new IOException("the test ended", e);
        }
    }
}
