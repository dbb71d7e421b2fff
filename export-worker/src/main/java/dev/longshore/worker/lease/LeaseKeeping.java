package dev.longshore.worker.lease;

import dev.longshore.platform.polling.PollingLoop;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/** Runs the keeper's loops for as long as slots may work: they start before the slots and stop after them. */
final class LeaseKeeping implements SmartLifecycle {
    private final List<PollingLoop> loops;
    private volatile boolean running;

    LeaseKeeping(List<PollingLoop> loops) {
        this.loops = List.copyOf(loops);
    }

    @Override
    public void start() {
        loops.forEach(PollingLoop::start);
        running = true;
    }

    @Override
    public void stop() {
        loops.forEach(PollingLoop::stop);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return TaskSlots.PHASE - 1;
    }
}
