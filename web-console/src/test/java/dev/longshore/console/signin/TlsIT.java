package dev.longshore.console.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.console.testing.Browser;
import dev.longshore.console.testing.ConsoleTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The console with a certificate, as docs/security.md says how. */
class TlsIT extends ConsoleTest {
    private static final String SECRET = "changeit";

    private static Path store = Path.of("");

    @DynamicPropertySource
    static void certificate(DynamicPropertyRegistry registry) throws Exception {
        Path keystore = Files.createTempDirectory("tls").resolve("console.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "console",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=console",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keystore.toString(),
                        "-storepass",
                        SECRET)
                .inheritIO()
                .start();
        assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).isZero();
        registry.add("spring.ssl.bundle.jks.console.keystore.location", () -> "file:" + keystore);
        registry.add("spring.ssl.bundle.jks.console.keystore.password", () -> SECRET);
        registry.add("server.ssl.bundle", () -> "console");
        store = keystore;
    }

    @Test
    void browsers_are_held_to_tls_and_cookies_travel_by_nothing_else() throws Exception {
        HttpClient client = HttpClient.newBuilder().sslContext(trusting(store)).build();
        URI origin = URI.create("https://127.0.0.1:" + port);

        HttpResponse<String> page = client.send(
                HttpRequest.newBuilder(origin.resolve("/sign-in")).GET().build(), BodyHandlers.ofString());
        assertThat(page.headers().firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(value ->
                        assertThat(value).startsWith("max-age=31536000").contains("includeSubDomains"));
        List<String> cookies = page.headers().allValues("Set-Cookie");
        String csrf = cookies.stream()
                .filter(cookie -> cookie.startsWith("LONGSHORE_CSRF="))
                .findFirst()
                .orElseThrow();
        assertThat(csrf).contains("Secure").contains("SameSite=Lax");
        String token = csrf.substring("LONGSHORE_CSRF=".length(), csrf.indexOf(';'));

        HttpResponse<String> signedIn = client.send(
                HttpRequest.newBuilder(origin.resolve("/sign-in"))
                        .header("Cookie", "LONGSHORE_CSRF=" + token)
                        .header("X-CSRF-TOKEN", token)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=admin&password=" + password()))
                        .build(),
                BodyHandlers.ofString());
        assertThat(signedIn.statusCode()).isEqualTo(204);
        assertThat(signedIn.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("LONGSHORE_SESSION=")
                        .contains("Secure")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax"));
    }

    @Test
    void who_does_not_trust_the_certificate_and_who_speaks_no_tls_gets_nothing() {
        HttpClient stranger = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + "/sign-in"))
                .GET()
                .build();

        assertThatThrownBy(() -> stranger.send(request, BodyHandlers.ofString()))
                .isInstanceOf(SSLHandshakeException.class);
        assertThatThrownBy(() -> assertThat(new Browser(port).get("/sign-in").statusCode())
                        .isLessThan(400))
                .isInstanceOfAny(IOException.class, AssertionError.class);
    }

    private static SSLContext trusting(Path keystore) throws Exception {
        KeyStore certificates = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(keystore)) {
            certificates.load(file, SECRET.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("console", certificates.getCertificate("console"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
