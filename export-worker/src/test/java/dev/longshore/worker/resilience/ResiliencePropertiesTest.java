package dev.longshore.worker.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.worker.testing.Bound;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;

class ResiliencePropertiesTest {
    @Test
    void defaults_are_as_documented() {
        assertThat(Bound.to(ResilienceProperties.class, Map.of()))
                .isEqualTo(new ResilienceProperties(
                        16, Duration.ofMinutes(5), 3, Duration.ofMillis(100), Duration.ofSeconds(10)));
    }

    @Test
    void every_property_can_be_set() {
        assertThat(Bound.to(
                        ResilienceProperties.class,
                        Map.of(
                                "longshore.worker.resilience.max-concurrent-reads", "1",
                                "longshore.worker.resilience.longest-queue", "1m",
                                "longshore.worker.resilience.tries", "5",
                                "longshore.worker.resilience.first-pause", "1s",
                                "longshore.worker.resilience.open-for", "30s")))
                .isEqualTo(new ResilienceProperties(
                        1, Duration.ofMinutes(1), 5, Duration.ofSeconds(1), Duration.ofSeconds(30)));
    }

    @Test
    void the_artifact_store_has_no_default_place() {
        assertThat(Bound.to(ArtifactProperties.class, Map.of("longshore.artifacts.directory", "/srv/artifacts")))
                .isEqualTo(new ArtifactProperties(Path.of("/srv/artifacts")));
        assertThatThrownBy(() -> Bound.to(ArtifactProperties.class, Map.of())).isInstanceOf(BindException.class);
    }
}
