package dev.longshore.history.artifact;

/** Published inside this process, within the transaction that marked artifacts as deleted. */
record ArtifactsDeletedEvent(int count) {}
