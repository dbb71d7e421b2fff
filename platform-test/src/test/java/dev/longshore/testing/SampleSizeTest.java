package dev.longshore.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SampleSizeTest {
    private static final String FULL = "longshore.test.full";

    private final String before = System.getProperty(FULL, "false");

    @AfterEach
    void restore() {
        System.setProperty(FULL, before);
    }

    @Test
    void a_full_run_does_all_that_was_promised_and_any_other_less() {
        System.setProperty(FULL, "true");
        assertThat(SampleSize.of(10, 1_000)).isEqualTo(1_000);
        System.setProperty(FULL, "false");
        assertThat(SampleSize.of(10, 1_000)).isEqualTo(10);
    }

    @Test
    void a_usual_size_over_the_full_one_is_refused() {
        assertThatThrownBy(() -> SampleSize.of(11, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10")
                .hasMessageContaining("11");
    }
}
