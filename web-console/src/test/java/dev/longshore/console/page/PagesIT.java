package dev.longshore.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.console.testing.Browser;
import dev.longshore.console.testing.ConsoleTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class PagesIT extends ConsoleTest {
    private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"");

    @Test
    void every_address_of_a_page_answers_with_the_one_document_that_is_checked_for_news() throws Exception {
        for (String path : List.of("/", "/sign-in", "/jobs", "/history?jobId=7", "/some/where")) {
            HttpResponse<String> page = new Browser(port).get(path);

            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body()).contains("<div id=\"root\">");
            assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
            assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
        }
    }

    @Test
    void the_document_is_protected_by_headers_and_runs_no_inline_script() throws Exception {
        HttpResponse<String> page = new Browser(port).get("/sign-in");

        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("script-src 'self';")
                        .contains("object-src 'none'")
                        .contains("base-uri 'none'")
                        .contains("frame-ancestors 'none'")
                        .contains("default-src 'self'"));
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(page.body()).doesNotContainPattern("<script(?![^>]*src=)").doesNotContain("http://", "https://");
    }

    @Test
    void assets_are_kept_by_browsers_for_good_because_their_names_change_with_their_content() throws Exception {
        Matcher script = SCRIPT.matcher(new Browser(port).get("/").body());
        assertThat(script.find()).isTrue();

        HttpResponse<String> asset = new Browser(port).get(script.group(1));

        assertThat(asset.statusCode()).isEqualTo(200);
        assertThat(asset.headers().firstValue("Content-Type").orElse("")).contains("javascript");
        assertThat(asset.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
    }

    @Test
    void assets_come_compressed_as_the_browser_wishes_and_are_the_same_in_every_form() throws Exception {
        Matcher script = SCRIPT.matcher(new Browser(port).get("/").body());
        assertThat(script.find()).isTrue();
        HttpResponse<byte[]> plain = asset(script.group(1), "identity");
        HttpResponse<byte[]> zipped = asset(script.group(1), "gzip, deflate, br, zstd");

        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(zipped.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(zipped.headers().firstValue("Vary").orElse("")).isEqualToIgnoringCase("Accept-Encoding");
        assertThat(zipped.headers().firstValue("Content-Type").orElse("")).contains("javascript");
        assertThat(zipped.headers().firstValue("Content-Length"))
                .as("made before, else its length would not be known")
                .hasValue(Integer.toString(zipped.body().length));
        try (InputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
            assertThat(unzipped.readAllBytes()).isEqualTo(plain.body());
        }
    }

    @Test
    void a_missing_file_is_missing_and_not_a_page() throws Exception {
        for (String path : List.of("/assets/index-00000000.js", "/assets/nothing", "/favicon.ico")) {
            assertThat(new Browser(port).get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void an_unknown_api_path_is_a_problem_and_not_a_page() throws Exception {
        HttpResponse<String> answer = signedIn().get("/api/v1/nothing");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("There is nothing at /api/v1/nothing");
    }

    private HttpResponse<byte[]> asset(String path, String encodings) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept-Encoding", encodings)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    }
}
