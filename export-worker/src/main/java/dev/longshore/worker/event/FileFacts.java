package dev.longshore.worker.event;

/**
 * A file of a run.
 *
 * @param name that it gets when the run is published
 * @param bytes as stored
 * @param sha256 as stored, in lower-case hex
 * @param mediaType as stored
 */
public record FileFacts(String name, long rows, long bytes, String sha256, String mediaType) {}
