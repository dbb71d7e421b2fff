package dev.longshore.history.webhook;

import dev.longshore.platform.polling.PollingLoop;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.context.SmartLifecycle;

/** The threads that deliver. */
final class CourierLoops implements SmartLifecycle {
    private final List<PollingLoop> loops;

    CourierLoops(WebhookCourier courier, int count, Duration pollInterval, MeterRegistry meters) {
        this.loops = IntStream.rangeClosed(1, count)
                .mapToObj(number -> new PollingLoop("webhook-courier", pollInterval, courier::deliverNext, meters))
                .toList();
    }

    /** Something may be due. */
    void wake() {
        loops.forEach(PollingLoop::wake);
    }

    @Override
    public void start() {
        loops.forEach(PollingLoop::start);
    }

    @Override
    public void stop() {
        loops.forEach(PollingLoop::stop);
    }

    @Override
    public boolean isRunning() {
        return loops.stream().anyMatch(PollingLoop::isRunning);
    }
}
