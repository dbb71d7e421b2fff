package dev.longshore.history.stream;

import dev.longshore.history.run.RunService;
import dev.longshore.history.run.RunView;
import dev.longshore.platform.security.AllowedSources;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The open streams of this instance. One loop, whatever the number of streams, looks for changed runs and renders each
 * once; each stream takes what concerns it. While no stream is open nothing is looked for.
 *
 * <p>Changes are found by the transaction that made them, from the oldest one that was still under way at the last look:
 * so none is missed, whichever instance projected it and however late it committed.
 */
class RunStreams {
    private static final int BATCH = 500;

    private final ChangeDao changes;
    private final RunService runs;
    private final Function<RunView, String> toJson;
    private final StreamProperties properties;
    private final InstantSource clock;
    private final Executor senders;

    private final Set<RunStream> streams = ConcurrentHashMap.newKeySet();
    private final Object lock = new Object();
    private final Map<UUID, Long> sent = new HashMap<>();
    private @Nullable Long position;
    private Instant heartbeatAt = Instant.EPOCH;
    private Instant refreshAt = Instant.EPOCH;

    RunStreams(
            ChangeDao changes,
            RunService runs,
            Function<RunView, String> toJson,
            StreamProperties properties,
            InstantSource clock,
            Executor senders) {
        this.changes = changes;
        this.runs = runs;
        this.toJson = toJson;
        this.properties = properties;
        this.clock = clock;
        this.senders = senders;
    }

    boolean isFull() {
        return streams.size() >= properties.most();
    }

    int count() {
        return streams.size();
    }

    /**
     * Opens a stream. It begins with the active runs, and when it is resumed with those that changed since, at most 500
     * of each; a reader that was away for longer reads the list again.
     *
     * @param jobId job whose runs are streamed; null for all
     * @param allowed sources whose runs the reader may see
     * @param resumeFrom id of the last event that the reader has seen; null at first
     */
    RunStream open(@Nullable UUID jobId, AllowedSources allowed, @Nullable Long resumeFrom, RunSink sink) {
        RunStream[] self = new RunStream[1];
        RunStream stream = new RunStream(jobId, allowed, sink, senders, () -> streams.remove(self[0]));
        self[0] = stream;
        synchronized (lock) {
            if (position == null) {
                position = changes.findHorizon();
            }
            streams.add(stream);
        }
        stream.heartbeat();
        // From here on changes reach the stream by the loop; what was before is read now.
        Set<UUID> catchUp = new LinkedHashSet<>(changes.findActive(jobId, BATCH));
        if (resumeFrom != null) {
            changes.findChangedSince(resumeFrom, BATCH).forEach(change -> catchUp.add(change.runId()));
        }
        stream.offer(render(catchUp, stream), resumeFrom);
        return stream;
    }

    /** Takes one look. @return whether there is more to look at right away */
    boolean look() {
        long since;
        synchronized (lock) {
            if (streams.isEmpty() || position == null) {
                position = null;
                sent.clear();
                return false;
            }
            since = position;
        }
        long horizon = changes.findHorizon();
        List<ChangeRow> changed = changes.findChangedSince(since, BATCH);
        boolean more = changed.size() == BATCH;
        Set<UUID> fresh = new LinkedHashSet<>();
        for (ChangeRow change : changed) {
            if (!Long.valueOf(change.changedIn()).equals(sent.put(change.runId(), change.changedIn()))) {
                fresh.add(change.runId());
            }
        }
        long next = more ? changed.get(BATCH - 1).changedIn() : Math.max(since, horizon);
        sent.values().removeIf(changedIn -> changedIn < next);
        deliver(fresh, since);
        beat(since);
        synchronized (lock) {
            position = next;
        }
        return more && next > since;
    }

    void endAll() {
        List.copyOf(streams).forEach(RunStream::end);
    }

    private void beat(long since) {
        Instant now = clock.instant();
        if (isDue(refreshAt, properties.refreshInterval(), now)) {
            refreshAt = now;
            deliver(changes.findActive(null, BATCH), since);
        }
        if (isDue(heartbeatAt, properties.heartbeatInterval(), now)) {
            heartbeatAt = now;
            streams.forEach(RunStream::heartbeat);
        }
    }

    private static boolean isDue(Instant last, Duration interval, Instant now) {
        return !last.plus(interval).isAfter(now);
    }

    private void deliver(Collection<UUID> runIds, long since) {
        if (runIds.isEmpty()) {
            return;
        }
        Map<UUID, String> all = new LinkedHashMap<>();
        Map<UUID, Map<UUID, String>> ofJobs = new HashMap<>();
        Map<UUID, RunView> views = new HashMap<>();
        for (RunView run : runs.find(runIds)) {
            String json = toJson.apply(run);
            views.put(run.id(), run);
            all.put(run.id(), json);
            ofJobs.computeIfAbsent(run.jobId(), job -> new LinkedHashMap<>()).put(run.id(), json);
        }
        for (RunStream stream : streams) {
            Map<UUID, String> concerning = stream.jobId()
                    .map(job -> ofJobs.getOrDefault(job, Map.of()))
                    .orElse(all);
            stream.offer(stream.showsAllSources() ? concerning : shown(concerning, views, stream), since);
        }
    }

    private static Map<UUID, String> shown(Map<UUID, String> runs, Map<UUID, RunView> views, RunStream stream) {
        Map<UUID, String> shown = new LinkedHashMap<>();
        runs.forEach((id, json) -> {
            RunView view = views.get(id);
            if (view != null && stream.shows(view.source())) {
                shown.put(id, json);
            }
        });
        return shown;
    }

    private Map<UUID, String> render(Collection<UUID> runIds, RunStream stream) {
        Map<UUID, String> rendered = new LinkedHashMap<>();
        if (!runIds.isEmpty()) {
            runs.find(runIds).stream()
                    .filter(run -> stream.jobId()
                            .filter(job -> !job.equals(run.jobId()))
                            .isEmpty())
                    .filter(run -> stream.shows(run.source()))
                    .forEach(run -> rendered.put(run.id(), toJson.apply(run)));
        }
        return rendered;
    }
}
