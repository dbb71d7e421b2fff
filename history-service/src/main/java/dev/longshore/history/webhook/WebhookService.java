package dev.longshore.history.webhook;

import dev.longshore.history.outcome.ExportEventType;
import dev.longshore.history.webhook.WebhookDao.WebhookSettings;
import dev.longshore.platform.audit.AuditTrail;
import dev.longshore.platform.time.Ids;
import dev.longshore.platform.time.Micros;
import dev.longshore.platform.web.ConflictException;
import dev.longshore.platform.web.FieldProblem;
import dev.longshore.platform.web.IdempotencyKey;
import dev.longshore.platform.web.IfMatch;
import dev.longshore.platform.web.InvalidRequestException;
import dev.longshore.platform.web.NotFoundException;
import dev.longshore.platform.web.PreconditionFailedException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Webhooks as administrators see them. A disabled webhook has an empty queue: what happens meanwhile can be replayed. */
public class WebhookService {
    private static final Logger log = LoggerFactory.getLogger(WebhookService.class);
    private static final Duration PREVIOUS_SECRET = Duration.ofDays(1);
    private static final int LONGEST_DESCRIPTION = 1_000;
    private static final String BY_HAND = "Disabled by %s";

    private final WebhookDao webhooks;
    private final DeliveryQueueDao queue;
    private final TargetPolicy targets;
    private final ApplicationEventPublisher publisher;
    private final AuditTrail audit;
    private final InstantSource clock;

    WebhookService(
            WebhookDao webhooks,
            DeliveryQueueDao queue,
            TargetPolicy targets,
            ApplicationEventPublisher publisher,
            AuditTrail audit,
            InstantSource clock) {
        this.webhooks = webhooks;
        this.queue = queue;
        this.targets = targets;
        this.publisher = publisher;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public WebhookListView list(@Nullable UUID after, int limit) {
        List<WebhookRow> rows = webhooks.findPage(after, limit + 1);
        boolean more = rows.size() > limit;
        List<WebhookRow> page = more ? rows.subList(0, limit) : rows;
        return new WebhookListView(
                page.stream().map(WebhookView::of).toList(),
                more ? page.get(limit - 1).webhookId().toString() : null);
    }

    @Transactional(readOnly = true)
    public WebhookView get(UUID webhookId) {
        return WebhookView.of(webhooks.find(webhookId).orElseThrow(() -> missing(webhookId)));
    }

    /** Makes a webhook, or answers the one that the same request made before: then without the secret. */
    @Transactional
    public WebhookView create(WebhookRequest request, IdempotencyKey key, String user) {
        WebhookSettings settings = check(request, List.of(ExportEventType.EXPORT_COMPLETED), user);
        String hash = key.hashOf(request.canonical());
        Instant now = Micros.now(clock);
        UUID webhookId = Ids.timeOrdered(now);
        WebhookSecret secret = WebhookSecret.create();
        if (webhooks.insertIfFirst(webhookId, settings, secret.text(), user, now, key.value(), hash)) {
            log.info("Webhook created: webhook={} job={} user={}", webhookId, settings.jobId(), user);
            WebhookRow created = webhooks.find(webhookId).orElseThrow();
            audit.record(WebhookAudit.created(created), now);
            return WebhookView.of(created, secret);
        }
        WebhookRow earlier = webhooks.findByRequest(user, key.requireValue()).orElseThrow();
        key.requireSame(hash, earlier.requestSha256());
        return WebhookView.of(earlier);
    }

    @Transactional
    public WebhookView update(UUID webhookId, WebhookRequest request, IfMatch match, String user) {
        WebhookRow current = webhooks.lock(webhookId).orElseThrow(() -> missing(webhookId));
        if (!match.accepts(current.version())) {
            throw new PreconditionFailedException(
                    "The webhook was changed meanwhile: it is version %s now. Get it again and repeat your change."
                            .formatted(IfMatch.tagOf(current.version())));
        }
        WebhookSettings settings = check(request, current.eventTypes(), user);
        Instant now = Micros.now(clock);
        if (!webhooks.update(webhookId, current.version(), settings, now)) {
            throw new IllegalStateException("a locked webhook changed: " + webhookId);
        }
        WebhookRow changed = webhooks.find(webhookId).orElseThrow();
        audit.record(WebhookAudit.changed(current, changed), now);
        int cancelled = settings.enabled() ? 0 : queue.cancelPending(webhookId, now);
        log.info(
                "Webhook changed: webhook={} enabled={} cancelled={} user={}",
                webhookId,
                settings.enabled(),
                cancelled,
                user);
        return WebhookView.of(changed);
    }

    /** Gives the webhook another secret. For a day deliveries are signed with the one before as well. */
    @Transactional
    public WebhookView changeSecret(UUID webhookId, String user) {
        WebhookSecret secret = WebhookSecret.create();
        Instant now = Micros.now(clock);
        if (!webhooks.changeSecret(webhookId, secret.text(), now.plus(PREVIOUS_SECRET), now)) {
            throw missing(webhookId);
        }
        log.info("Secret of a webhook changed: webhook={} user={}", webhookId, user);
        WebhookRow changed = webhooks.find(webhookId).orElseThrow();
        audit.record(WebhookAudit.of("WEBHOOK_SECRET_CHANGED", changed), now);
        return WebhookView.of(changed, secret);
    }

    /** The log of its deliveries goes with it. */
    @Transactional
    public void delete(UUID webhookId, String user) {
        WebhookRow webhook = webhooks.lock(webhookId).orElseThrow(() -> missing(webhookId));
        if (!webhooks.delete(webhookId)) {
            throw new IllegalStateException("a locked webhook is gone: " + webhookId);
        }
        audit.record(WebhookAudit.of("WEBHOOK_DELETED", webhook), Micros.now(clock));
        log.info("Webhook deleted: webhook={} user={}", webhookId, user);
    }

    /**
     * Queues events for one webhook, also those that it had before; their identities stay the same.
     *
     * @throws ConflictException when the webhook is disabled
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void queueAgain(UUID webhookId, Collection<UUID> eventIds) {
        Instant now = Micros.now(clock);
        eventIds.forEach(eventId -> queue.queueAgain(webhookId, eventId, now));
        publisher.publishEvent(new DeliveriesQueued(eventIds.size()));
    }

    /**
     * Locks a webhook that is to get events.
     *
     * @return the job that it wants the outcomes of; null for all jobs
     * @throws ConflictException when it is disabled
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public @Nullable UUID requireEnabled(UUID webhookId) {
        WebhookRow webhook = webhooks.lock(webhookId).orElseThrow(() -> missing(webhookId));
        if (!webhook.enabled()) {
            throw new ConflictException(
                    "webhook-disabled",
                    "The webhook is disabled (%s). Enable it first.".formatted(webhook.disabledBecause()));
        }
        return webhook.jobId();
    }

    /** @param unlessGiven what it is told when the request does not say */
    private WebhookSettings check(WebhookRequest request, List<ExportEventType> unlessGiven, String user) {
        List<FieldProblem> problems = new ArrayList<>();
        String url = request.url();
        if (url == null || url.isBlank()) {
            problems.add(new FieldProblem("url", url, "is missing: give the URL that deliveries go to"));
        } else {
            targets.problemOf(url).ifPresent(problem -> problems.add(new FieldProblem("url", url, problem)));
        }
        String description = request.description();
        if (description != null && description.length() > LONGEST_DESCRIPTION) {
            problems.add(new FieldProblem(
                    "description",
                    description.length() + " characters",
                    "must have at most %d characters".formatted(LONGEST_DESCRIPTION)));
        }
        List<ExportEventType> eventTypes = request.eventTypes() == null ? unlessGiven : request.eventTypes();
        if (eventTypes.isEmpty() || eventTypes.stream().anyMatch(Objects::isNull)) {
            problems.add(new FieldProblem(
                    "eventTypes",
                    eventTypes,
                    "must name at least one of %s; a webhook that is to be told nothing can be disabled"
                            .formatted(List.of(ExportEventType.values()))));
        }
        if (url == null || !problems.isEmpty()) {
            throw new InvalidRequestException(problems);
        }
        String because = request.isEnabled() ? null : BY_HAND.formatted(user);
        return new WebhookSettings(
                url,
                request.jobId(),
                eventTypes.stream().distinct().sorted().toList(),
                description,
                request.isEnabled(),
                because);
    }

    static NotFoundException missing(UUID webhookId) {
        return new NotFoundException("There is no webhook " + webhookId);
    }
}
