package dev.longshore.history.ingest;

import java.util.UUID;

/** Published inside this process, within the transaction that changed what users see of a run. */
public record RunChanged(UUID runId) {}
