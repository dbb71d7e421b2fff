package dev.longshore.worker.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.worker.testing.Bound;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;

class LeasePropertiesTest {
    @Test
    void defaults_are_as_documented() {
        assertThat(Bound.to(LeaseProperties.class, Map.of()))
                .isEqualTo(new LeaseProperties(
                        2,
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(10),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(3),
                        5,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(10)));
    }

    @Test
    void every_property_can_be_set() {
        assertThat(Bound.to(
                        LeaseProperties.class,
                        Map.of(
                                "longshore.worker.slots", "8",
                                "longshore.worker.lease", "20s",
                                "longshore.worker.renew-every", "4s",
                                "longshore.worker.sweep-every", "1s",
                                "longshore.worker.untaken-after", "5s",
                                "longshore.worker.max-attempts", "3",
                                "longshore.worker.first-retry-pause", "2s",
                                "longshore.worker.max-retry-pause", "30s",
                                "longshore.worker.stop-grace", "7s")))
                .isEqualTo(new LeaseProperties(
                        8,
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5),
                        3,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(7)));
    }

    @Test
    void a_worker_without_slots_and_a_lease_that_is_renewed_too_rarely_are_refused() {
        assertThatThrownBy(() -> Bound.to(LeaseProperties.class, Map.of("longshore.worker.slots", "0")))
                .isInstanceOf(BindException.class);
        assertThatThrownBy(() -> Bound.to(LeaseProperties.class, Map.of("longshore.worker.renew-every", "16s")))
                .isInstanceOf(BindException.class);
    }
}
