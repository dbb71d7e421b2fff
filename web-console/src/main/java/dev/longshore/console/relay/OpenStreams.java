package dev.longshore.console.relay;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;

/**
 * The event streams that are open. They have no end of their own, so they are ended when the console stops, before the
 * web server waits for its open requests; browsers come back by themselves.
 */
final class OpenStreams implements SmartLifecycle {
    private final Set<AnswerPipe> open = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    void add(AnswerPipe stream) {
        open.add(stream);
    }

    void remove(AnswerPipe stream) {
        open.remove(stream);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.forEach(AnswerPipe::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
