package dev.longshore.scheduler.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ConfigurationPropertiesTest {
    @Test
    void the_closing_of_windows_has_defaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new WindowClosingProperties(
                        WindowClosingProperties.Policy.FAIL, Duration.ZERO, Duration.ofMinutes(10)));
    }

    @Test
    void every_property_of_the_closing_of_windows_can_be_set() {
        assertThat(bind(Map.of(
                        "longshore.scheduler.window-closing.policy", "warn",
                        "longshore.scheduler.window-closing.grace", "2s",
                        "longshore.scheduler.window-closing.max-wait", "1h")))
                .isEqualTo(new WindowClosingProperties(
                        WindowClosingProperties.Policy.WARN, Duration.ofSeconds(2), Duration.ofHours(1)));
    }

    private static WindowClosingProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("longshore.scheduler.window-closing", WindowClosingProperties.class);
    }
}
