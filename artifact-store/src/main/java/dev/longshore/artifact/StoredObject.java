package dev.longshore.artifact;

import java.time.Instant;

/**
 * An object that is complete in the store.
 *
 * @param name its name within its run's staging area or its folder
 * @param bytes its size
 * @param modified when the store last changed it, by the store's clock
 */
public record StoredObject(String name, long bytes, Instant modified) {}
