package dev.longshore.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.testing.EndpointTable.Endpoint;
import dev.longshore.testing.EndpointTable.Least;
import dev.longshore.testing.EndpointTable.Shows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Walks all endpoints of a running service with every kind of caller, and compares with a table that says who may do
 * what: all roles, all, some, other and no sources; no token, and every kind of bad one. An endpoint that the table does
 * not name fails. First comes everything that must be refused, then a look at whether anything changed, then what must be
 * let through, in the order of the table.
 */
public final class EndpointAccess {
    private static final List<String> ROLES = List.of("VIEWER", "EXPORTER", "ADMIN");
    private static final Duration LOOK_AT_A_STREAM = Duration.ofMillis(400);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SOMEBODY = "ada";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ApplicationContext service;
    private final String origin;
    private final TestTokens tokens;
    private final EndpointTable table;
    private final String source;

    /** @param source to which everything belongs that is there */
    public EndpointAccess(ApplicationContext service, int port, TestTokens tokens, EndpointTable table, String source) {
        this.service = service;
        this.origin = "http://127.0.0.1:" + port;
        this.tokens = tokens;
        this.table = table;
        this.source = source;
    }

    /** @param nothingChanged fails if anything is not as it was before the first call */
    public Stream<DynamicTest> tests(Runnable nothingChanged) {
        Map<String, String> badTokens = badTokens();
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(DynamicTest.dynamicTest("every endpoint is in the table", this::tableIsWhole));
        for (Endpoint endpoint : table.endpoints()) {
            tests.add(DynamicTest.dynamicTest(
                    endpoint + " needs a good token", () -> needsGoodToken(endpoint, badTokens)));
            tests.add(DynamicTest.dynamicTest(endpoint + " refuses lesser roles", () -> refusesLesserRoles(endpoint)));
            tests.add(DynamicTest.dynamicTest(
                    endpoint + " shows nothing of other sources", () -> showsNothingOfOtherSources(endpoint)));
        }
        tests.add(DynamicTest.dynamicTest("nothing that was refused changed anything", nothingChanged::run));
        for (Endpoint endpoint : table.endpoints()) {
            tests.add(DynamicTest.dynamicTest(endpoint + " is open to those who may", () -> isOpen(endpoint)));
        }
        return tests.stream();
    }

    private void tableIsWhole() {
        TreeSet<String> offered = new TreeSet<>();
        service.getBeansOfType(RequestMappingHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods()
                        .keySet()
                        .forEach(info -> info.getPatternValues().stream()
                                .filter(pattern -> pattern.startsWith("/api/"))
                                .forEach(pattern -> info.getMethodsCondition()
                                        .getMethods()
                                        .forEach(method -> offered.add(method + " " + pattern)))));
        assertThat(table.endpoints().stream().map(Endpoint::toString))
                .as("endpoints whose access is declared; add a row for each new one")
                .containsExactlyInAnyOrderElementsOf(offered);
    }

    private Map<String, String> badTokens() {
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("expired", tokens.expiredToken(SOMEBODY, "ADMIN"));
        bad.put("for another audience", tokens.tokenForAudience("somebody-else", SOMEBODY, "ADMIN"));
        bad.put("of another issuer", tokens.tokenOfIssuer("https://elsewhere.example", SOMEBODY, "ADMIN"));
        bad.put("signed with another key", tokens.forgedToken(SOMEBODY, "ADMIN"));
        String good = tokens.token(SOMEBODY, "ADMIN");
        String unsigned = good.substring(good.indexOf('.'), good.lastIndexOf('.') + 1);
        // {"alg":"none"}
        bad.put("unsigned", "eyJhbGciOiJub25lIn0" + unsigned);
        bad.put("cut", good.substring(0, good.length() - 8));
        return bad;
    }

    private void needsGoodToken(Endpoint endpoint, Map<String, String> bad) {
        assertThat(call(endpoint, null, "").status()).as("no token").isEqualTo(401);
        assertThat(call(endpoint, null, "access_token=" + tokens.token(SOMEBODY, "ADMIN"))
                        .status())
                .as("a token in the address")
                .isEqualTo(401);
        bad.forEach((kind, token) -> assertThat(
                        call(endpoint, "Bearer " + token, "").status())
                .as("a token that is " + kind)
                .isEqualTo(401));
    }

    private void refusesLesserRoles(Endpoint endpoint) {
        assertThat(call(endpoint, tokens.bearer(SOMEBODY), "").status())
                .as("no role")
                .isEqualTo(403);
        assertThat(call(endpoint, tokens.bearer(SOMEBODY, "ROOT"), "").status())
                .as("an unknown role")
                .isEqualTo(403);
        for (String role : ROLES) {
            if (!endpoint.least().isReachedBy(role)) {
                assertThat(call(endpoint, tokens.bearer(SOMEBODY, role), "").status())
                        .as(role)
                        .isEqualTo(403);
            }
        }
    }

    private void showsNothingOfOtherSources(Endpoint endpoint) {
        for (String role : ROLES) {
            List<String> callers = new ArrayList<>();
            if (endpoint.least().isReachedBy(role)) {
                callers.add(tokens.bearerFor(List.of("OTHER"), SOMEBODY, role));
                callers.add(tokens.bearerFor(List.of(), SOMEBODY, role));
                callers.add("Bearer " + tokens.tokenWithoutSources(SOMEBODY, role));
            }
            if (endpoint.least() == Least.ADMINISTRATOR) {
                callers.add(tokens.bearerFor(List.of(source), SOMEBODY, role));
            }
            for (String caller : callers) {
                Answer answer = call(endpoint, caller, "");
                assertThat(answer.status())
                        .as("%s of other sources: %s", role, answer.body())
                        .isEqualTo(endpoint.shows().statusForOthers(endpoint.least()));
                if (endpoint.shows() != Shows.NO_SOURCE) {
                    assertThat(answer.body()).doesNotContain(endpoint.tells());
                }
            }
        }
    }

    private void isOpen(Endpoint endpoint) {
        List<String> callers = endpoint.least() == Least.ADMINISTRATOR
                ? List.of(tokens.bearer(SOMEBODY, "ADMIN"))
                : List.of(
                        tokens.bearerFor(
                                List.of(source, "OTHER"),
                                SOMEBODY,
                                endpoint.least().name()),
                        tokens.bearer(SOMEBODY, "ADMIN"));
        // What deletes can be done once.
        for (String caller : endpoint.isRepeatable() ? callers : callers.subList(0, 1)) {
            Answer answer = call(endpoint, caller, "");
            assertThat(answer.status()).as(answer.body()).isNotIn(401, 403, 405, 500, 501, 502, 503);
            if (endpoint.exists()) {
                assertThat(answer.status()).as(answer.body()).isNotEqualTo(404);
            }
            if (endpoint.shows() == Shows.LIST) {
                assertThat(answer.body()).contains(endpoint.tells());
            }
        }
    }

    private record Answer(int status, String body) {}

    private Answer call(Endpoint endpoint, @Nullable String authorization, String query) {
        String path = endpoint.path();
        String address = query.isEmpty() ? path : path + (path.contains("?") ? "&" : "?") + query;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + address))
                .timeout(PATIENCE)
                .method(endpoint.method(), HttpRequest.BodyPublishers.ofString(endpoint.body()));
        if (!endpoint.body().isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try {
            HttpResponse<InputStream> response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            boolean stream =
                    response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
            try (InputStream body = response.body()) {
                return new Answer(response.statusCode(), stream ? beginningOf(body) : text(body.readAllBytes()));
            }
        } catch (IOException e) {
            throw new AssertionError(endpoint + " broke off", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** A stream has no end: what it sends at first is looked at. */
    private static String beginningOf(InputStream stream) throws InterruptedException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> {
            byte[] piece = new byte[8_192];
            try {
                for (int count = stream.read(piece); count >= 0; count = stream.read(piece)) {
                    read.write(piece, 0, count);
                }
            } catch (IOException e) {
                return; // closed, after the look
            }
        });
        try {
            reading.get(LOOK_AT_A_STREAM.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return read.toString(StandardCharsets.UTF_8);
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
        return read.toString(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
