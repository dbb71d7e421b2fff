package dev.longshore.console.testing;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** As much of a browser as sign-in needs: keeps cookies, and sends the CSRF token as the console's pages do. */
public final class Browser {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String origin;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    public Browser(int port) {
        this.origin = "http://127.0.0.1:" + port;
    }

    /** Opens the sign-in page, as people do first, and signs in. */
    public HttpResponse<String> signIn(String user, String password) throws IOException, InterruptedException {
        send(request("/sign-in").GET());
        String form = "username=" + encoded(user) + "&password=" + encoded(password);
        return send(withCsrfToken(request("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    public HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return send(withCsrfToken(request(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> put(String path, String json, String ifMatch) throws IOException, InterruptedException {
        return send(withCsrfToken(request(path))
                .header("Content-Type", "application/json")
                .header("If-Match", ifMatch)
                .PUT(BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        return send(withCsrfToken(request(path)).DELETE());
    }

    public HttpResponse<String> changePassword(String present, String next) throws IOException, InterruptedException {
        return post(
                "/api/v1/me/password",
                "{\"currentPassword\": \"%s\", \"newPassword\": \"%s\"}".formatted(present, next));
    }

    /** A request with the cookies of this browser, but without the CSRF token. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(origin + path)).timeout(Duration.ofSeconds(20));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return send(request, BodyHandlers.ofString());
    }

    public <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body)
            throws IOException, InterruptedException {
        HttpResponse<T> response = CLIENT.send(request.build(), body);
        for (String header : response.headers().allValues("Set-Cookie")) {
            HttpCookie cookie = HttpCookie.parse(header).get(0);
            if (cookie.getMaxAge() == 0 || cookie.getValue().isEmpty()) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        }
        return response;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    private HttpRequest.Builder withCsrfToken(HttpRequest.Builder request) {
        String token = cookies.get("LONGSHORE_CSRF");
        return token == null ? request : request.header("X-CSRF-TOKEN", token);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
