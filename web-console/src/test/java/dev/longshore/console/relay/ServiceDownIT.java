package dev.longshore.console.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.console.testing.ConsoleTest;
import dev.longshore.console.testing.FakeService;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class ServiceDownIT extends ConsoleTest {
    @Test
    void the_caller_learns_in_words_which_service_is_away_and_the_others_go_on() throws Exception {
        scheduler.close();
        history.behaves(exchange -> FakeService.answer(exchange, 200, "{}"));

        HttpResponse<String> answer = signedIn().get("/api/v1/jobs");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.body()).contains("The scheduler-service cannot be reached at the moment.");
        assertThat(signedIn().get("/api/v1/runs").statusCode()).isEqualTo(200);
        assertThat(signedIn().get("/api/v1/openapi.json").statusCode()).isEqualTo(503);
    }

    @Test
    void a_service_that_breaks_off_before_its_answer_is_a_bad_gateway() throws Exception {
        history.behaves(exchange -> {
            throw new java.io.IOException("the service dies");
        });

        HttpResponse<String> answer = signedIn().get("/api/v1/artifacts");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("The history-service broke off before it answered.");
    }
}
