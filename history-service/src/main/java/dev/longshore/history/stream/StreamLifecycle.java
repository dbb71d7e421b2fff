package dev.longshore.history.stream;

import java.util.concurrent.ExecutorService;
import org.springframework.context.SmartLifecycle;

/** Ends all streams before the web server waits for its open requests: streams would keep it waiting. */
final class StreamLifecycle implements SmartLifecycle {
    private final RunStreams streams;
    private final ExecutorService senders;
    private volatile boolean running;

    StreamLifecycle(RunStreams streams, ExecutorService senders) {
        this.streams = streams;
        this.senders = senders;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        senders.shutdown();
        streams.endAll();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
