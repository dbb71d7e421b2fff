package dev.longshore.embedded;

import java.util.List;
import java.util.Optional;

/** Where the registry keeps its schemas. Safe for use by several threads, and by several processes where it is shared. */
interface RegistryStore {

    /** Versions of the subject, oldest first; empty when there is none. */
    List<RegisteredVersion> findVersions(String subject);

    /** Names of all subjects, sorted. */
    List<String> findSubjects();

    /** Text of the schema with this id. */
    Optional<String> findSchema(int id);

    /** Subjects and versions that the schema with this id stands for. */
    List<RegisteredVersion> findUses(int id);

    /**
     * Adds the schema as this version of the subject. Equal texts get equal ids.
     *
     * @return false when the subject already has that version or that schema: somebody else was quicker
     */
    boolean insertVersion(String subject, int version, String schema);

    /** Level set for the subject. */
    Optional<CompatibilityLevel> findLevel(String subject);

    /** Sets the level of the subject. */
    void markLevel(String subject, CompatibilityLevel level);
}
