package dev.longshore.history.artifact;

import java.util.UUID;

/** A file that is to be removed from the store. */
record RemovalRow(UUID artifactId, String folder, String name) {}
