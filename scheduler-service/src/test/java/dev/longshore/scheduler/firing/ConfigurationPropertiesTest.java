package dev.longshore.scheduler.firing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ConfigurationPropertiesTest {
    @Test
    void firing_has_defaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new FiringProperties(Duration.ofMillis(200), 200, 100, Duration.ofMinutes(1), 1000));
    }

    @Test
    void every_property_of_firing_can_be_set() {
        assertThat(bind(Map.of(
                        "longshore.scheduler.firing.interval", "2s",
                        "longshore.scheduler.firing.jobs-at-once", "7",
                        "longshore.scheduler.firing.skips-at-once", "8",
                        "longshore.scheduler.firing.on-time", "3m",
                        "longshore.scheduler.firing.catch-up-limit", "9")))
                .isEqualTo(new FiringProperties(Duration.ofSeconds(2), 7, 8, Duration.ofMinutes(3), 9));
    }

    private static FiringProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("longshore.scheduler.firing", FiringProperties.class);
    }
}
