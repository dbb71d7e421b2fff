package dev.longshore.history.stream;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run's view as it was at one look, rendered once for all streams.
 *
 * @param source source of its data; null while no event has told it
 * @param event the bytes of a server-sent event without its id; nobody changes them
 */
record RenderedRun(UUID id, UUID jobId, @Nullable String source, byte[] event) {}
