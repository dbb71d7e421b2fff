package dev.longshore.history.stream;

import java.util.UUID;

/** @param changedIn transaction that changed the run last */
record ChangeRow(UUID runId, long changedIn) {}
