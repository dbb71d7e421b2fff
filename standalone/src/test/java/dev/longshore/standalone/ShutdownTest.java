package dev.longshore.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShutdownTest {

    private final List<String> closed = new ArrayList<>();
    private final Shutdown shutdown = new Shutdown();

    @Test
    void what_was_started_last_is_closed_first() {
        start("database");
        start("service");
        shutdown.close();
        assertThat(closed).containsExactly("service", "database");
    }

    @Test
    void a_part_that_cannot_be_closed_does_not_keep_the_others_open() {
        start("database");
        shutdown.add("broken", () -> {
            throw new IllegalStateException("broken");
        });
        shutdown.close();
        assertThat(closed).containsExactly("database");
    }

    @Test
    void closing_twice_closes_once() {
        start("database");
        shutdown.close();
        shutdown.close();
        assertThat(closed).containsExactly("database");
    }

    @Test
    void what_is_started_after_the_end_was_asked_for_is_closed_at_once() {
        shutdown.close();
        assertThatThrownBy(() -> start("late")).isInstanceOf(IllegalStateException.class);
        assertThat(closed).containsExactly("late");
    }

    @Test
    void waiting_ends_when_the_end_is_asked_for() throws InterruptedException {
        assertThat(shutdown.isRequestedWithin(Duration.ofMillis(1))).isFalse();
        shutdown.close();
        assertThat(shutdown.isRequestedWithin(Duration.ofMinutes(5))).isTrue();
        shutdown.await();
    }

    private void start(String name) {
        shutdown.add(name, () -> closed.add(name));
    }
}
