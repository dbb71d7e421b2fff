package dev.longshore.platform.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PollingLoopTest {
    private static final Duration NEVER_BY_ITSELF = Duration.ofHours(1);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Semaphore steps = new Semaphore(0);
    private PollingLoop loop = new PollingLoop("unused", NEVER_BY_ITSELF, () -> false, meters);

    @AfterEach
    void stop() {
        loop.stop();
    }

    @Test
    void takes_its_first_step_at_once_and_the_next_when_woken() throws Exception {
        loop = started(NEVER_BY_ITSELF, () -> {
            steps.release();
            return false;
        });

        assertThat(steps.tryAcquire(10, TimeUnit.SECONDS)).as("first step").isTrue();
        loop.wake();
        assertThat(steps.tryAcquire(10, TimeUnit.SECONDS)).as("woken step").isTrue();
    }

    @Test
    void goes_on_without_a_pause_while_there_is_more() throws Exception {
        AtomicInteger left = new AtomicInteger(1000);
        loop = started(NEVER_BY_ITSELF, () -> {
            steps.release();
            return left.decrementAndGet() > 0;
        });

        assertThat(steps.tryAcquire(1000, 10, TimeUnit.SECONDS)).isTrue();
        assertThat(left).hasValue(0);
    }

    @Test
    void a_wake_during_a_step_is_not_lost() throws Exception {
        CountDownLatch inFirstStep = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        loop = started(NEVER_BY_ITSELF, () -> {
            inFirstStep.countDown();
            goOn.await();
            steps.release();
            return false;
        });

        assertThat(inFirstStep.await(60, TimeUnit.SECONDS)).isTrue();
        loop.wake();
        goOn.countDown();

        assertThat(steps.tryAcquire(2, 10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void survives_and_counts_a_failing_step() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        loop = started(Duration.ofMillis(1), () -> {
            int call = calls.incrementAndGet();
            if (call <= 2) {
                throw new IllegalStateException("as scripted");
            }
            if (call == 3) {
                throw new NoClassDefFoundError("as scripted");
            }
            steps.release();
            return false;
        });

        assertThat(steps.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        assertThat(meters.counter("longshore.loop.failures", "loop", "tested").count())
                .isEqualTo(3);
    }

    @Test
    void stopping_lets_the_step_under_way_finish() throws Exception {
        CountDownLatch inStep = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicBoolean finished = new AtomicBoolean();
        loop = started(NEVER_BY_ITSELF, () -> {
            inStep.countDown();
            goOn.await();
            finished.set(true);
            return true;
        });
        assertThat(inStep.await(60, TimeUnit.SECONDS)).isTrue();

        Thread stopper = new Thread(loop::stop);
        stopper.start();
        goOn.countDown();
        stopper.join(10_000);

        assertThat(stopper.isAlive()).isFalse();
        assertThat(finished).isTrue();
        assertThat(loop.isRunning()).isFalse();
    }

    private PollingLoop started(Duration interval, PollingLoop.Step step) {
        PollingLoop started = new PollingLoop("tested", interval, step, meters);
        started.start();
        return started;
    }
}
