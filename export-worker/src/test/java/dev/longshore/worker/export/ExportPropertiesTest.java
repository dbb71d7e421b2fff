package dev.longshore.worker.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.worker.testing.Bound;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExportPropertiesTest {
    @Test
    void defaults_are_as_documented() {
        assertThat(Bound.to(ExportProperties.class, Map.of())).isEqualTo(new ExportProperties(true));
    }

    @Test
    void every_property_can_be_set() {
        assertThat(Bound.to(ExportProperties.class, Map.of("longshore.worker.export.stream-files", "false")))
                .isEqualTo(new ExportProperties(false));
    }
}
