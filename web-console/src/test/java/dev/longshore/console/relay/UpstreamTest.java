package dev.longshore.console.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class UpstreamTest {
    private final Upstream upstream = new Upstream("scheduler-service", URI.create("http://scheduler:8081/"));

    @Test
    void keeps_path_and_query_as_they_were_encoded() {
        assertThat(upstream.at("/api/v1/jobs?q=a%2Fb%20c"))
                .isEqualTo(URI.create("http://scheduler:8081/api/v1/jobs?q=a%2Fb%20c"));
    }

    @Test
    void hides_its_own_host_from_callers() {
        assertThat(upstream.asSeenByCaller("http://scheduler:8081/api/v1/jobs/7"))
                .isEqualTo("/api/v1/jobs/7");
    }

    @Test
    void leaves_other_addresses_alone() {
        assertThat(upstream.asSeenByCaller("/api/v1/jobs/7")).isEqualTo("/api/v1/jobs/7");
        assertThat(upstream.asSeenByCaller("http://scheduler:80810/x")).isEqualTo("http://scheduler:80810/x");
    }
}
