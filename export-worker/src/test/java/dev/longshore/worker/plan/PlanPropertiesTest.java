package dev.longshore.worker.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.worker.testing.Bound;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanPropertiesTest {
    @Test
    void defaults_are_as_documented() {
        assertThat(Bound.to(PlanProperties.class, Map.of()))
                .isEqualTo(new PlanProperties(20_000, Duration.ofSeconds(1)));
    }

    @Test
    void every_property_can_be_set() {
        assertThat(Bound.to(
                        PlanProperties.class,
                        Map.of(
                                "longshore.worker.plan.keys-per-chunk", "7",
                                "longshore.worker.plan.ask-again-after", "3s")))
                .isEqualTo(new PlanProperties(7, Duration.ofSeconds(3)));
    }
}
