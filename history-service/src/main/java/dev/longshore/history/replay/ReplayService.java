package dev.longshore.history.replay;

import dev.longshore.history.outcome.ExportEventDao;
import dev.longshore.history.outcome.ExportEventRow;
import dev.longshore.history.replay.ReplayDao.ReplayRow;
import dev.longshore.history.webhook.WebhookService;
import dev.longshore.platform.audit.AuditEntry;
import dev.longshore.platform.audit.AuditTrail;
import dev.longshore.platform.time.Ids;
import dev.longshore.platform.time.Micros;
import dev.longshore.platform.web.FieldProblem;
import dev.longshore.platform.web.IdempotencyKey;
import dev.longshore.platform.web.InvalidRequestException;
import dev.longshore.platform.web.NotFoundException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends outcomes again, with the identities and bytes of the first time. All of a replay is queued in one transaction,
 * with the record of who ordered it: after a crash it was ordered as a whole or not at all.
 */
class ReplayService {
    private static final Logger log = LoggerFactory.getLogger(ReplayService.class);

    private final ReplayDao replays;
    private final ExportEventDao events;
    private final ReplayPublisher topic;
    private final WebhookService webhooks;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final int mostEvents;

    ReplayService(
            ReplayDao replays,
            ExportEventDao events,
            ReplayPublisher topic,
            WebhookService webhooks,
            AuditTrail audit,
            InstantSource clock,
            ReplayProperties properties) {
        this.replays = replays;
        this.events = events;
        this.topic = topic;
        this.webhooks = webhooks;
        this.audit = audit;
        this.clock = clock;
        this.mostEvents = properties.mostEvents();
    }

    @Transactional(readOnly = true)
    public ReplayView get(UUID replayId) {
        return ReplayView.of(
                replays.find(replayId).orElseThrow(() -> new NotFoundException("There is no replay " + replayId)));
    }

    /** Orders a replay, or answers the one that the same request ordered before. */
    @Transactional
    public ReplayView replay(ReplayRequest request, IdempotencyKey key, String user) {
        Instant from = request.from();
        Instant to = request.to();
        if (from == null || to == null || !from.isBefore(to)) {
            throw new InvalidRequestException(problemsOf(from, to));
        }
        String hash = key.hashOf(request.canonical());
        Optional<ReplayRow> earlier =
                Optional.ofNullable(key.value()).flatMap(value -> replays.findByRequest(user, value));
        if (earlier.isPresent()) {
            key.requireSame(hash, earlier.get().requestSha256());
            return ReplayView.of(earlier.get());
        }
        return order(request, from, to, key, hash, user);
    }

    private ReplayView order(
            ReplayRequest request, Instant from, Instant to, IdempotencyKey key, String hash, String user) {
        UUID webhookId = request.webhookId();
        List<ExportEventRow> chosen = choose(request, from, to);
        Instant now = Micros.now(clock);
        ReplayRow replay = new ReplayRow(
                Ids.timeOrdered(now),
                from,
                to,
                request.jobId(),
                webhookId,
                chosen.size(),
                user,
                now,
                key.value(),
                hash);
        if (!replays.insertIfFirst(replay)) {
            // The same request at the same time: its twin has just committed.
            ReplayRow twin = replays.findByRequest(user, key.requireValue()).orElseThrow();
            key.requireSame(hash, twin.requestSha256());
            return ReplayView.of(twin);
        }
        if (webhookId == null) {
            chosen.forEach(topic::publish);
        } else {
            webhooks.queueAgain(
                    webhookId, chosen.stream().map(ExportEventRow::eventId).toList());
        }
        audit.record(ordered(replay), now);
        log.info(
                "Outcomes are sent again: replay={} from={} to={} job={} webhook={} events={} user={}",
                replay.replayId(),
                from,
                to,
                request.jobId(),
                webhookId,
                chosen.size(),
                user);
        return ReplayView.of(replay);
    }

    private static AuditEntry ordered(ReplayRow replay) {
        return AuditEntry.of("REPLAY_REQUESTED", "REPLAY", replay.replayId())
                .with("from", replay.eventsFrom())
                .with("to", replay.eventsTo())
                .with("jobId", replay.jobId())
                .with("webhookId", replay.webhookId())
                .with("events", replay.events());
    }

    /** A webhook for one job gets no events of others. */
    private List<ExportEventRow> choose(ReplayRequest request, Instant from, Instant to) {
        UUID webhookId = request.webhookId();
        UUID wanted = webhookId == null ? null : webhooks.requireEnabled(webhookId);
        UUID jobId = request.jobId();
        if (wanted != null && jobId != null && !wanted.equals(jobId)) {
            throw InvalidRequestException.of(
                    "jobId", jobId, "must be the job of the webhook, %s, or be left out".formatted(wanted));
        }
        List<ExportEventRow> chosen = events.findBetween(from, to, jobId == null ? wanted : jobId, mostEvents + 1);
        if (chosen.size() > mostEvents) {
            throw InvalidRequestException.of(
                    "to",
                    to,
                    "must be earlier: there are more than %d events in this window; replay it in parts"
                            .formatted(mostEvents));
        }
        return chosen;
    }

    private static List<FieldProblem> problemsOf(@Nullable Instant from, @Nullable Instant to) {
        List<FieldProblem> problems = new ArrayList<>();
        if (from == null) {
            problems.add(
                    new FieldProblem("from", null, "is missing: give an instant, for example 2026-11-23T00:00:00Z"));
        }
        if (to == null) {
            problems.add(new FieldProblem("to", null, "is missing: give an instant, for example 2026-11-24T00:00:00Z"));
        }
        if (problems.isEmpty()) {
            problems.add(new FieldProblem("to", to, "must be after from"));
        }
        return problems;
    }
}
