package dev.longshore.worker.catalog;

/**
 * A kind of interaction.
 *
 * @param id value of the entity type column in the source
 * @param name API name, for example {@code WORK_ITEM}
 * @param label what users read
 */
public record EntityType(int id, String name, String label) {}
