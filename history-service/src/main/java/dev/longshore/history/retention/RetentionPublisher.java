package dev.longshore.history.retention;

import dev.longshore.events.ExportExpiring;
import dev.longshore.events.Topics;
import dev.longshore.events.Window;
import dev.longshore.platform.outbox.CloudEvent;
import dev.longshore.platform.outbox.Outbox;
import dev.longshore.platform.outbox.OutboxMessage;
import dev.longshore.platform.time.Ids;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Warnings to systems downstream; the identity of each follows from the run. */
final class RetentionPublisher {
    private static final String TYPE = "dev.longshore.export.expiring";
    private static final String SOURCE = "/longshore/history-service";

    private final Outbox outbox;

    RetentionPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    void expiring(ExpiringRunRow run, Instant now) {
        UUID eventId = Ids.nameBased("export-expiring", run.runId().toString());
        ExportExpiring event = ExportExpiring.newBuilder()
                .setEventId(eventId.toString())
                .setOccurredAt(now)
                .setExpiresAt(run.expiresAt())
                .setJobId(run.jobId().toString())
                .setJobTitle(Objects.requireNonNullElse(run.jobTitle(), ""))
                .setRunId(run.runId().toString())
                .setSource(run.source())
                .setType(run.type())
                .setWindow(Window.newBuilder()
                        .setFrom(run.windowFrom())
                        .setTo(run.windowTo())
                        .build())
                .setManifestLocation(run.folder() + "/manifest.json")
                .setManifestSha256(run.manifestSha256())
                .setFiles(run.files())
                .setBytes(run.bytes())
                .build();
        CloudEvent attributes = new CloudEvent(
                event.getEventId(), TYPE, SOURCE, "jobs/%s/runs/%s".formatted(run.jobId(), run.runId()), now);
        outbox.append(new OutboxMessage(
                eventId, Topics.EXPORT_EXPIRING, run.jobId().toString(), event, attributes.headers()));
    }
}
