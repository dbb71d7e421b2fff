package dev.longshore.history.outcome;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event of the public contract as it was received.
 *
 * @param eventId its {@code ce_id}
 * @param eventType what it tells
 * @param sequence place among the outcomes of the job, from 1; null for a warning
 * @param outcome null for a warning
 * @param payload value of the message, to the byte
 * @param headers JSON object of strings, without {@code event-id}
 * @param body the event as webhooks send it, JSON
 */
public record ExportEventRow(
        UUID eventId,
        ExportEventType eventType,
        UUID jobId,
        UUID runId,
        @Nullable Long sequence,
        @Nullable String outcome,
        Instant occurredAt,
        String messageKey,
        byte[] payload,
        String headers,
        String body) {}
