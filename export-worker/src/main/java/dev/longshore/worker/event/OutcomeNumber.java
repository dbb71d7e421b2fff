package dev.longshore.worker.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Place of an outcome among those of its job.
 *
 * @param sequence from 1 and without a gap
 * @param previousRun run of the outcome before; null for the first
 */
public record OutcomeNumber(long sequence, @Nullable UUID previousRun) {}
