package dev.longshore.worker.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.worker.testing.Bound;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublishPropertiesTest {
    @Test
    void defaults_are_as_documented() {
        assertThat(Bound.to(PublishProperties.class, Map.of()))
                .isEqualTo(new PublishProperties(Duration.ofDays(30), Duration.ofMinutes(2)));
    }

    @Test
    void every_property_can_be_set() {
        assertThat(Bound.to(
                        PublishProperties.class,
                        Map.of(
                                "longshore.worker.publish.retention", "7d",
                                "longshore.worker.publish.clean-up-after", "5m")))
                .isEqualTo(new PublishProperties(Duration.ofDays(7), Duration.ofMinutes(5)));
    }
}
