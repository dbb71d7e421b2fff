package dev.longshore.history.stream;

import dev.longshore.history.run.RunService;
import dev.longshore.history.run.RunView;
import dev.longshore.platform.security.AllowedSources;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The open streams of this instance. One loop, whatever the number of streams, looks for changed runs, renders each
 * once, and writes to each stream what concerns it and its reader can take now. While no stream is open nothing is looked
 * for.
 *
 * <p>Changes are found by the transaction that made them, from the oldest one that was still under way at the last look:
 * so none is missed, whichever instance projected it and however late it committed.
 */
class RunStreams {
    private static final int BATCH = 500;

    /** Streams that one look catches up: a thousand browsers that come back at once do not keep the others waiting. */
    private static final int MOST_NEW = 250;

    private final ChangeDao changes;
    private final RunService runs;
    private final Function<RunView, byte[]> toJson;
    private final StreamProperties properties;
    private final InstantSource clock;

    private final Set<RunStream> streams = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Long> sent = new HashMap<>();
    private @Nullable Long position;
    private Instant heartbeatAt = Instant.EPOCH;
    private Instant refreshAt = Instant.EPOCH;

    /** @param toJson one line of JSON */
    RunStreams(
            ChangeDao changes,
            RunService runs,
            Function<RunView, byte[]> toJson,
            StreamProperties properties,
            InstantSource clock) {
        this.changes = changes;
        this.runs = runs;
        this.toJson = toJson;
        this.properties = properties;
        this.clock = clock;
    }

    boolean isFull() {
        return streams.size() >= properties.most();
    }

    int count() {
        return streams.size();
    }

    /** Streams whose readers have not taken all that there is for them. */
    int countBehind() {
        return Math.toIntExact(
                streams.stream().filter(stream -> stream.waiting() > 0).count());
    }

    /**
     * Opens a stream. With the next look it begins with the active runs, and when it is resumed with those that changed
     * since, at most 500 of each; a reader that was away for longer reads the list again.
     *
     * @param jobId job whose runs are streamed; null for all
     * @param allowed sources whose runs the reader may see
     * @param resumeFrom id of the last event that the reader has seen; null at first
     */
    RunStream open(@Nullable UUID jobId, AllowedSources allowed, @Nullable Long resumeFrom, RunSink sink) {
        RunStream[] self = new RunStream[1];
        RunStream stream =
                new RunStream(jobId, allowed, resumeFrom, sink, () -> streams.remove(Objects.requireNonNull(self[0])));
        self[0] = stream;
        streams.add(stream);
        return stream;
    }

    /** Takes one look; by one thread at a time. @return whether there is more to look at right away */
    boolean look() {
        if (streams.isEmpty()) {
            position = null;
            sent.clear();
            return false;
        }
        List<RunStream> fresh = streams.stream()
                .filter(stream -> !stream.isCaughtUp())
                .limit(MOST_NEW)
                .toList();
        long horizon = changes.findHorizon();
        long since = position == null ? horizon : position;
        List<ChangeRow> changed = changes.findChangedSince(since, BATCH);
        boolean more = changed.size() == BATCH;
        Set<UUID> news = new LinkedHashSet<>();
        for (ChangeRow change : changed) {
            if (!Long.valueOf(change.changedIn()).equals(sent.put(change.runId(), change.changedIn()))) {
                news.add(change.runId());
            }
        }
        long next = more ? changed.get(BATCH - 1).changedIn() : Math.max(since, horizon);
        sent.values().removeIf(changedIn -> changedIn < next);
        // What changes from here on is found by the next look; what was before a stream was opened is read now.
        catchUp(fresh, since);
        deliver(news, since);
        beat(since);
        position = next;
        return (more && next > since) || fresh.size() == MOST_NEW;
    }

    void endAll() {
        List.copyOf(streams).forEach(RunStream::end);
    }

    private void catchUp(List<RunStream> fresh, long since) {
        Map<Optional<UUID>, List<UUID>> active = new HashMap<>();
        Map<Long, List<UUID>> changedSince = new HashMap<>();
        Map<RunStream, Set<UUID>> missing = new LinkedHashMap<>();
        Set<UUID> all = new LinkedHashSet<>();
        for (RunStream stream : fresh) {
            Set<UUID> runIds = new LinkedHashSet<>(
                    active.computeIfAbsent(stream.jobId(), job -> changes.findActive(job.orElse(null), BATCH)));
            stream.resumeFrom()
                    .map(from -> changedSince.computeIfAbsent(from, this::findChangedSince))
                    .ifPresent(runIds::addAll);
            missing.put(stream, runIds);
            all.addAll(runIds);
        }
        Map<UUID, RenderedRun> rendered = new HashMap<>();
        render(all).forEach(run -> rendered.put(run.id(), run));
        missing.forEach((stream, runIds) -> stream.catchUp(
                runIds.stream().map(rendered::get).filter(Objects::nonNull).toList(), since));
    }

    private List<UUID> findChangedSince(long since) {
        return changes.findChangedSince(since, BATCH).stream()
                .map(ChangeRow::runId)
                .toList();
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
        List<RenderedRun> rendered = render(runIds);
        if (!rendered.isEmpty()) {
            streams.stream().filter(RunStream::isCaughtUp).forEach(stream -> stream.offer(rendered, since));
        }
    }

    private List<RenderedRun> render(Collection<UUID> runIds) {
        List<UUID> asked = List.copyOf(runIds);
        List<RenderedRun> rendered = new ArrayList<>();
        for (int from = 0; from < asked.size(); from += BATCH) {
            for (RunView run : runs.find(asked.subList(from, Math.min(asked.size(), from + BATCH)))) {
                rendered.add(
                        new RenderedRun(run.id(), run.jobId(), run.source(), ServerSentEvents.run(toJson.apply(run))));
            }
        }
        return rendered;
    }
}
