package dev.longshore.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ManualLoopTest {
    private final AtomicInteger left = new AtomicInteger(3);

    @Test
    void it_takes_steps_until_nothing_is_left() throws Exception {
        ManualLoop loop = new ManualLoop(() -> left.decrementAndGet() > 0);
        assertThat(loop.runOnce()).isTrue();
        assertThat(loop.runUntilIdle(10)).isEqualTo(2);
        assertThat(left).hasValue(0);
    }

    @Test
    void a_loop_that_never_comes_to_rest_fails() {
        ManualLoop loop = new ManualLoop(() -> true);
        assertThatThrownBy(() -> loop.runUntilIdle(5))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("5");
    }

    @Test
    void what_a_step_throws_reaches_the_test() {
        ManualLoop loop = new ManualLoop(() -> {
            throw new IOException("gone");
        });
        assertThatThrownBy(loop::runOnce).isInstanceOf(IOException.class);
    }
}
