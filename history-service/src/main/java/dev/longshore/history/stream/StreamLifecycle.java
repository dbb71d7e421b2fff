package dev.longshore.history.stream;

import org.springframework.context.SmartLifecycle;

/** Ends all streams before the web server waits for its open requests: streams would keep it waiting. */
final class StreamLifecycle implements SmartLifecycle {
    private final RunStreams streams;
    private volatile boolean running;

    StreamLifecycle(RunStreams streams) {
        this.streams = streams;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        streams.endAll();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
