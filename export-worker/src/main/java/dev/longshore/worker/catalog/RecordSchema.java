package dev.longshore.worker.catalog;

/**
 * The JSON Schema (draft 7) that describes a type's records.
 *
 * @param id for example {@code interaction-1}
 * @param sha256 of the schema file's bytes, lower-case hex
 */
public record RecordSchema(String id, String sha256) {}
