package dev.longshore.history.stream;

import dev.longshore.platform.security.AllowedSources;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open stream. What waits to be sent is kept once per run, the latest view, so a slow reader costs bounded memory
 * and sees no outdated view. At most one thread sends at a time, and none while nothing waits.
 *
 * <p>An event's id is a position such that everything changed before it has been sent: a stream that is resumed there
 * may repeat views and misses none.
 */
final class RunStream {
    private static final Logger log = LoggerFactory.getLogger(RunStream.class);

    private final @Nullable UUID jobId;
    private final AllowedSources allowed;
    private final RunSink sink;
    private final Executor senders;
    private final Runnable onEnd;

    private final Object lock = new Object();
    private Map<UUID, String> waiting = new LinkedHashMap<>();
    private boolean heartbeatDue;
    private boolean sending;
    private boolean ended;
    private @Nullable Long position;

    RunStream(@Nullable UUID jobId, AllowedSources allowed, RunSink sink, Executor senders, Runnable onEnd) {
        this.jobId = jobId;
        this.allowed = allowed;
        this.sink = sink;
        this.senders = senders;
        this.onEnd = onEnd;
    }

    /** Whether this stream may show runs of a source. */
    boolean shows(@Nullable String source) {
        return allowed.permit(source);
    }

    boolean showsAllSources() {
        return allowed.areAll();
    }

    Optional<UUID> jobId() {
        return Optional.ofNullable(jobId);
    }

    /** How many views wait to be sent. */
    int waiting() {
        synchronized (lock) {
            return waiting.size();
        }
    }

    /**
     * @param runs views as JSON, by run
     * @param sentBefore position before which everything has been offered to this stream; null when there is none yet
     */
    void offer(Map<UUID, String> runs, @Nullable Long sentBefore) {
        synchronized (lock) {
            if (ended || runs.isEmpty()) {
                return;
            }
            if (!sending && waiting.isEmpty()) {
                position = sentBefore;
            }
            waiting.putAll(runs);
            startSending();
        }
    }

    void heartbeat() {
        synchronized (lock) {
            if (!ended) {
                heartbeatDue = true;
                startSending();
            }
        }
    }

    /** Forgets what waits and sends nothing more. Repeating it is harmless. */
    void forget() {
        synchronized (lock) {
            if (ended) {
                return;
            }
            ended = true;
            waiting = new LinkedHashMap<>();
        }
        onEnd.run();
    }

    void end() {
        forget();
        sink.end();
    }

    private void startSending() {
        if (sending) {
            return;
        }
        sending = true;
        try {
            senders.execute(this::sendWaiting);
        } catch (RejectedExecutionException e) {
            // The service stops, which ends all streams.
            sending = false;
        }
    }

    private void sendWaiting() {
        try {
            while (true) {
                Map<UUID, String> batch;
                String id;
                boolean heartbeat;
                synchronized (lock) {
                    if (ended || (waiting.isEmpty() && !heartbeatDue)) {
                        sending = false;
                        return;
                    }
                    batch = waiting;
                    waiting = new LinkedHashMap<>();
                    heartbeat = heartbeatDue;
                    heartbeatDue = false;
                    id = position == null ? null : position.toString();
                }
                for (String run : batch.values()) {
                    sink.send(id, run);
                }
                if (heartbeat) {
                    sink.heartbeat();
                }
            }
        } catch (IOException | IllegalStateException e) {
            log.debug("A stream was closed by its reader", e);
            forget();
        }
    }
}
