package dev.longshore.embedded;

/**
 * A schema's place in a subject.
 *
 * @param version from 1 and without a gap
 * @param id number of the schema in the whole registry, carried by each message; equal schemas share it
 * @param schema the schema as canonical JSON text
 */
record RegisteredVersion(String subject, int version, int id, String schema) {}
