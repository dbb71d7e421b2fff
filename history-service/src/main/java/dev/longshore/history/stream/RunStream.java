package dev.longshore.history.stream;

import dev.longshore.platform.security.AllowedSources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open stream. What waits to be sent is kept once per run, the latest view, so a slow reader costs bounded memory
 * and sees no outdated view. Whatever is sent is what the reader can take at once: no thread ever waits for a reader, so
 * any number of them may read slowly or not at all, and the others notice nothing.
 *
 * <p>An event's id is a position such that everything changed before it has been sent: a stream that is resumed there
 * may repeat views and misses none.
 */
final class RunStream {
    private static final Logger log = LoggerFactory.getLogger(RunStream.class);

    /** About what is written at once: what a reader does not take stays here, where newer views replace it. */
    private static final int PART_BYTES = 16 * 1024;

    private final @Nullable UUID jobId;
    private final AllowedSources allowed;
    private final @Nullable Long resumeFrom;
    private final RunSink sink;
    private final Runnable onEnd;

    private final Object lock = new Object();
    private Map<UUID, byte[]> waiting = new LinkedHashMap<>();
    private boolean heartbeatDue;
    private boolean caughtUp;
    private boolean ended;
    /** Of what waits. */
    private long position;

    /**
     * @param jobId job whose runs are streamed; null for all
     * @param allowed sources whose runs the reader may see
     * @param resumeFrom id of the last event that the reader has seen; null at first
     */
    RunStream(@Nullable UUID jobId, AllowedSources allowed, @Nullable Long resumeFrom, RunSink sink, Runnable onEnd) {
        this.jobId = jobId;
        this.allowed = allowed;
        this.resumeFrom = resumeFrom;
        this.sink = sink;
        this.onEnd = onEnd;
    }

    Optional<UUID> jobId() {
        return Optional.ofNullable(jobId);
    }

    Optional<Long> resumeFrom() {
        return Optional.ofNullable(resumeFrom);
    }

    /** Whether it has been offered what was before it was opened. */
    boolean isCaughtUp() {
        synchronized (lock) {
            return caughtUp;
        }
    }

    /** How many views wait to be sent. */
    int waiting() {
        synchronized (lock) {
            return waiting.size();
        }
    }

    /**
     * The first offer: what was before now.
     *
     * @param now position from which on the reader gets all changes, whether it is resumed or not
     */
    void catchUp(Collection<RenderedRun> runs, long now) {
        synchronized (lock) {
            caughtUp = true;
        }
        offer(runs, resumeFrom == null ? now : resumeFrom);
    }

    /**
     * @param runs views, of which the stream takes those that its reader asked for and may see
     * @param sentBefore position before which everything has been offered to this stream
     */
    void offer(Collection<RenderedRun> runs, long sentBefore) {
        synchronized (lock) {
            if (ended) {
                return;
            }
            boolean idle = waiting.isEmpty();
            for (RenderedRun run : runs) {
                if (shows(run)) {
                    waiting.put(run.id(), run.event());
                }
            }
            if (idle) {
                position = sentBefore;
            }
        }
        proceed();
    }

    void heartbeat() {
        synchronized (lock) {
            heartbeatDue = true;
        }
        proceed();
    }

    /** Sends of what waits as much as the reader takes now. */
    void proceed() {
        try {
            synchronized (lock) {
                while (!ended && sink.isReady() && (heartbeatDue || !waiting.isEmpty())) {
                    sink.write(nextPart());
                }
            }
        } catch (IOException | RuntimeException e) {
            // Whatever a connection that is being closed throws, the other streams go on.
            log.debug("A stream was closed by its reader", e);
            end();
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

    private boolean shows(RenderedRun run) {
        return (jobId == null || jobId.equals(run.jobId())) && allowed.permit(run.source());
    }

    private byte[] nextPart() {
        ByteArrayOutputStream part = new ByteArrayOutputStream(PART_BYTES);
        byte[] id = ServerSentEvents.id(position);
        Iterator<byte[]> events = waiting.values().iterator();
        while (events.hasNext() && part.size() < PART_BYTES) {
            part.writeBytes(id);
            part.writeBytes(events.next());
            events.remove();
        }
        if (heartbeatDue) {
            part.writeBytes(ServerSentEvents.heartbeat());
            heartbeatDue = false;
        }
        return part.toByteArray();
    }
}
