package dev.longshore.history.artifact;

/** Published inside this process, within the transaction that marked artifacts as deleted: their files can go. */
public record ArtifactsDeletedEvent(int count) {}
