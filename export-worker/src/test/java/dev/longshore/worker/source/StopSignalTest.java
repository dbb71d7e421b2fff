package dev.longshore.worker.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StopSignalTest {
    private final StopSignal signal = new StopSignal();
    private final AtomicInteger interruptions = new AtomicInteger();

    @Test
    void work_goes_on_until_it_is_stopped() {
        signal.throwIfStopped();
        assertThat(signal.isStopped()).isFalse();
        signal.stop();
        assertThat(signal.isStopped()).isTrue();
        assertThatThrownBy(signal::throwIfStopped).isInstanceOf(StoppedException.class);
    }

    @Test
    void an_interruption_runs_once_however_often_it_is_stopped() {
        signal.onStop(interruptions::incrementAndGet);
        signal.stop();
        signal.stop();
        assertThat(interruptions).hasValue(1);
    }

    @Test
    void a_late_interruption_runs_at_once() {
        signal.stop();
        signal.onStop(interruptions::incrementAndGet);
        assertThat(interruptions).hasValue(1);
    }

    @Test
    void a_withdrawn_interruption_does_not_run() {
        signal.onStop(interruptions::incrementAndGet).close();
        signal.stop();
        assertThat(interruptions).hasValue(0);
    }
}
