package dev.longshore.console.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
    private final Routes routes = new Routes(
            new Upstream("scheduler", URI.create("http://127.0.0.1:1")),
            new Upstream("history", URI.create("http://127.0.0.1:2")));

    @ParameterizedTest
    @CsvSource({
        "/api/v1/jobs, scheduler",
        "/api/v1/jobs/0197/runs, scheduler",
        "/api/v1/catalog, scheduler",
        "/api/v1/runs/0197/cancel, scheduler",
        "/api/v1/runs/0197/retry, scheduler",
        "/api/v1/runs/0197/settings, scheduler",
        "/api/v1/jobs/0197/backfills/0198/cancel, scheduler",
        "/api/v1/runs, history",
        "/api/v1/runs/stream, history",
        "/api/v1/runs/0197, history",
        "/api/v1/runs/0197/timeline, history",
        "/api/v1/runs/0197/cancel/more, history",
        "/api/v1/artifacts, history",
        "/api/v1/artifacts/0197/content, history",
        "/api/v1/webhooks, history",
        "/api/v1/webhooks/0197/deliveries/0198/redeliver, history",
        "/api/v1/audit, history",
        "/api/v1/audit.csv, history",
        "/api/v1/replays, history",
        "/api/v1/admin/rebuild, history"
    })
    void each_call_has_one_service(String path, String service) {
        assertThat(routes.upstreamFor(path)).map(Upstream::name).hasValue(service);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1",
                "/api/v1/",
                "/api/v1/jobsx",
                "/api/v1/admin",
                "/api/v1/me",
                "/api/v2/jobs",
                "/actuator/health",
                "/"
            })
    void what_no_service_offers_goes_nowhere(String path) {
        assertThat(routes.upstreamFor(path)).isEmpty();
    }
}
