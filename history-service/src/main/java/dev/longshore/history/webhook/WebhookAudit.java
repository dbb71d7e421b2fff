package dev.longshore.history.webhook;

import dev.longshore.platform.audit.AuditChange;
import dev.longshore.platform.audit.AuditEntry;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the audit log says of acts on webhooks. Of a URL it keeps scheme, host and port: path and query may hold what
 * lets the bearer in.
 */
final class WebhookAudit {
    private WebhookAudit() {}

    static AuditEntry of(String action, WebhookRow webhook) {
        return AuditEntry.of(action, "WEBHOOK", webhook.webhookId()).named(origin(webhook.url()));
    }

    static AuditEntry created(WebhookRow webhook) {
        return of("WEBHOOK_CREATED", webhook)
                .with("url", origin(webhook.url()))
                .with("jobId", webhook.jobId())
                .with("eventTypes", webhook.eventTypes())
                .with("description", webhook.description())
                .with("enabled", webhook.enabled());
    }

    /** A URL that changed in its path or query alone is named as changed, with the same value twice. */
    static AuditEntry changed(WebhookRow before, WebhookRow after) {
        List<AuditChange> changes = new ArrayList<>();
        if (!before.url().equals(after.url())) {
            changes.add(new AuditChange("url", origin(before.url()), origin(after.url())));
        }
        addIfChanged(changes, "jobId", before.jobId(), after.jobId());
        addIfChanged(changes, "eventTypes", before.eventTypes(), after.eventTypes());
        addIfChanged(changes, "description", before.description(), after.description());
        addIfChanged(changes, "enabled", before.enabled(), after.enabled());
        return of("WEBHOOK_CHANGED", after).with(changes);
    }

    private static void addIfChanged(
            List<AuditChange> changes, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(new AuditChange(
                    field, before == null ? null : before.toString(), after == null ? null : after.toString()));
        }
    }

    private static String origin(String url) {
        URI target = URI.create(url);
        return "%s://%s%s"
                .formatted(target.getScheme(), target.getHost(), target.getPort() < 0 ? "" : ":" + target.getPort());
    }
}
