package dev.longshore.console.relay;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;

/**
 * The event streams that are open. They have no end of their own, so they are ended when their session ends, and when
 * the console stops, before the web server waits for its open requests; browsers come back by themselves if they may.
 */
final class OpenStreams implements SmartLifecycle, HttpSessionListener, HttpSessionIdListener {
    private final Map<AnswerPipe, String> open = new ConcurrentHashMap<>();
    private volatile boolean running;

    /** @param session identity of the session that the stream belongs to; empty for none */
    void add(AnswerPipe stream, String session) {
        open.put(stream, session);
    }

    void remove(AnswerPipe stream) {
        open.remove(stream);
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        String ended = event.getSession().getId();
        open.forEach((stream, session) -> {
            if (session.equals(ended)) {
                stream.end();
            }
        });
    }

    @Override
    public void sessionIdChanged(HttpSessionEvent event, String before) {
        open.replaceAll(
                (stream, session) -> session.equals(before) ? event.getSession().getId() : session);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.keySet().forEach(AnswerPipe::end);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
