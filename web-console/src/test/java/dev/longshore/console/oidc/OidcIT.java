package dev.longshore.console.oidc;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.longshore.console.ConsoleProperties;
import dev.longshore.console.testing.Browser;
import dev.longshore.console.testing.ConsoleTest;
import dev.longshore.console.testing.FakeService;
import dev.longshore.testing.FreePorts;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signing in with a provider, against a real one in this process. */
@SpringBootTest(
        classes = dev.longshore.console.WebConsoleApplication.class,
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {
            "spring.config.name=web-console",
            "longshore.console.auth.mode=oidc",
            "longshore.console.auth.oidc.client-secret=of the console",
            "longshore.console.auth.oidc.sources-claim=sources"
        })
@SuppressWarnings("NullAway.Init") // the provider starts before the console
class OidcIT extends ConsoleTest {
    static final int CONSOLE_PORT = FreePorts.next();

    static ServletWebServerApplicationContext provider;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry registry) {
        provider = AuthorizationServer.start();
        registry.add("server.port", () -> CONSOLE_PORT);
        registry.add("longshore.console.auth.oidc.issuer", () -> AuthorizationServer.issuer(provider));
    }

    @AfterAll
    static void stopProvider() {
        provider.close();
    }

    @BeforeEach
    void services_answer() {
        scheduler.behaves(exchange -> FakeService.answer(exchange, 200, "{\"items\":[]}"));
    }

    @Test
    void the_provider_signs_somebody_in_with_the_role_and_the_sources_of_the_claims() throws Exception {
        Browser browser = new Browser(port);
        assertThat(browser.get("/api/v1/sign-in").body())
                .isEqualTo("{\"mode\":\"OIDC\",\"location\":\"/oauth2/authorization/longshore\"}");

        String end = signIn(browser, "vera", "?returnTo=/history?jobId=7");

        assertThat(end).isEqualTo("/history?jobId=7");
        assertThat(browser.get("/api/v1/me").body())
                .startsWith("{\"name\":\"vera\",\"roles\":[\"VIEWER\"],\"sources\":[\"CONTACT_HISTORY\"],"
                        + "\"administrator\":false,\"passwordChangeRequired\":false,\"signedInBy\":\"OIDC\"");
        assertThat(browser.get("/api/v1/jobs").statusCode()).isEqualTo(200);
        assertThat(browser.send(browser.request("/api/v1/jobs").POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .as("without CSRF token")
                .isEqualTo(403);
        assertThat(browser.post("/sign-out", "").statusCode()).isEqualTo(204);
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void a_sign_in_leads_to_no_other_site() throws Exception {
        assertThat(signIn(new Browser(port), "anna", "?returnTo=//elsewhere.example"))
                .isEqualTo("/");
    }

    @Test
    void who_has_no_role_here_does_not_come_in() throws Exception {
        Browser browser = new Browser(port);

        assertThat(signIn(browser, "nora", "")).isEqualTo("/sign-in?error=no-role");
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void an_answer_of_the_provider_that_nobody_asked_for_is_refused() throws Exception {
        Browser browser = new Browser(port);

        HttpResponse<String> answer = browser.get("/login/oauth2/code/longshore?code=stolen&state=guessed");

        assertThat(answer.headers().firstValue("Location")).hasValue("/sign-in?error=oidc");
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void api_clients_bring_access_tokens_of_the_provider_made_for_this_interface() throws Exception {
        assertThat(call("/api/v1/jobs", "Bearer " + accessToken("robot")).statusCode())
                .isEqualTo(200);
        assertThat(call("/api/v1/me", "Bearer " + accessToken("robot")).body())
                .startsWith("{\"name\":\"robot\",\"roles\":[\"EXPORTER\"],\"sources\":null,");
        String good = accessToken("robot");
        for (String bad : List.of(
                accessToken("stray"),
                good.substring(0, good.length() - 6),
                "eyJhbGciOiJub25lIn0" + good.substring(good.indexOf('.'), good.lastIndexOf('.') + 1),
                "lsp_" + "a".repeat(43))) {
            assertThat(call("/api/v1/jobs", "Bearer " + bad).statusCode()).isEqualTo(401);
        }
        assertThat(scheduler.calls()).hasSize(1);
    }

    @Test
    void there_are_no_local_users_passwords_or_tokens() throws Exception {
        Browser browser = new Browser(port);
        signIn(browser, "anna", "");

        assertThat(passwordFile()).doesNotExist();
        assertThat(browser.get("/api/v1/users").statusCode()).isEqualTo(404);
        assertThat(call("/api/v1/me", basicCredentials("admin", "anything")).statusCode())
                .isEqualTo(401);
        assertThat(new Browser(port).signIn("anna", "secret").statusCode()).isNotEqualTo(204);
    }

    @Test
    void a_provider_that_sends_elsewhere_is_not_followed() throws Exception {
        AtomicInteger elsewhere = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/redirects/.well-known/openid-configuration", exchange -> {
            exchange.getResponseHeaders().set("Location", address + "/internal");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext(
                "/names/.well-known/openid-configuration",
                exchange -> FakeService.answer(exchange, 200, """
                        {"issuer": "%s/names", "jwks_uri": "http://169.254.169.254/keys",
                         "authorization_endpoint": "%s/a", "token_endpoint": "%s/t"}
                        """.formatted(address, address, address)));
        server.createContext(
                "/lies/.well-known/openid-configuration",
                exchange -> FakeService.answer(exchange, 200, "{\"issuer\": \"https://id.example\"}"));
        server.createContext("/internal", exchange -> {
            elsewhere.incrementAndGet();
            FakeService.answer(exchange, 200, "{}");
        });
        server.start();
        try {
            for (String path : List.of("/redirects", "/names", "/lies")) {
                OidcProviderClient client = new OidcProviderClient(settings(address + path), JsonMapper.shared());
                assertThatThrownBy(client::registration).as(path).isInstanceOf(IllegalStateException.class);
            }
        } finally {
            server.stop(0);
        }
        assertThat(elsewhere).hasValue(0);
    }

    private static ConsoleProperties.Oidc settings(String issuer) {
        return new ConsoleProperties.Oidc(
                issuer, "longshore", "", "longshore-api", "roles", "VIEWER", "EXPORTER", "ADMIN", "", "sub");
    }

    /** Goes to the provider, signs in there and comes back; returns the page at which the browser arrives. */
    private String signIn(Browser browser, String user, String query) throws Exception {
        browser.get("/sign-in");
        String authorize = location(browser.get("/oauth2/authorization/longshore" + query));
        Browser atProvider = new Browser(URI.create(authorize).getPort());
        atProvider.get(pathOf(authorize));
        HttpResponse<String> signedIn = atProvider.send(atProvider
                .request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + user + "&password=secret")));
        String back = location(atProvider.get(pathOf(location(signedIn))));
        assertThat(back).startsWith("http://127.0.0.1:" + port + "/login/oauth2/code/longshore?code=");
        return location(browser.get(pathOf(back)));
    }

    private String accessToken(String client) throws Exception {
        Browser machine = new Browser(requireNonNull(provider.getWebServer()).getPort());
        HttpResponse<String> answer = machine.send(machine.request("/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=%s&client_secret=of+%s".formatted(client, client))));
        JsonNode body = JsonMapper.shared().readTree(answer.body());
        return body.path("access_token").asString();
    }

    private HttpResponse<String> call(String path, String authorization) throws Exception {
        Browser client = new Browser(port);
        return client.send(
                client.request(path).header("Authorization", authorization).GET());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
    }

    private static String pathOf(String address) {
        URI uri = URI.create(address);
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }
}
