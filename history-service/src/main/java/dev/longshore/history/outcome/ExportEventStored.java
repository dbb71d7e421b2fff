package dev.longshore.history.outcome;

import java.util.UUID;

/** Published inside this process, within the transaction that stored an event of the public contract for the first time. */
public record ExportEventStored(UUID eventId, ExportEventType eventType, UUID jobId) {}
