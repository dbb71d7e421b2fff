package dev.longshore.worker.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SourcePropertiesTest {
    private static final String PREFIX = "longshore.worker.source.";

    @Test
    void only_the_url_and_the_user_must_be_given() {
        assertThat(bound(Map.of(PREFIX + "url", "jdbc:postgresql://db/contacts", PREFIX + "user", "reader")))
                .isEqualTo(new SourceProperties(
                        "jdbc:postgresql://db/contacts",
                        "reader",
                        "",
                        Duration.ofMinutes(10),
                        Duration.ofSeconds(10),
                        4));
    }

    @Test
    void every_property_has_its_name() {
        assertThat(bound(Map.of(
                        PREFIX + "url",
                        "jdbc:postgresql://db/contacts",
                        PREFIX + "user",
                        "reader",
                        PREFIX + "password",
                        "p",
                        PREFIX + "statement-timeout",
                        "90s",
                        PREFIX + "connect-timeout",
                        "3s",
                        PREFIX + "connections",
                        "7")))
                .isEqualTo(new SourceProperties(
                        "jdbc:postgresql://db/contacts",
                        "reader",
                        "p",
                        Duration.ofSeconds(90),
                        Duration.ofSeconds(3),
                        7));
    }

    private static SourceProperties bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bind("longshore.worker.source", SourceProperties.class)
                .get();
    }
}
