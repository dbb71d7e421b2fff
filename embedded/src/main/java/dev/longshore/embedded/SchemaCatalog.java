package dev.longshore.embedded;

import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/** What the registry knows and whom it admits: the rules behind the API, the same for every store. */
final class SchemaCatalog {
    /** The installation's level stands under the empty name, which no subject can have. */
    private static final String EVERY_SUBJECT = "";

    private static final CompatibilityLevel DEFAULT_LEVEL = CompatibilityLevel.FULL_TRANSITIVE;
    private static final String LATEST = "latest";
    private static final int ATTEMPTS = 20;

    private final RegistryStore store;

    SchemaCatalog(RegistryStore store) {
        this.store = store;
    }

    /**
     * Adds the schema to the subject, or finds it there. Safe against others who register at the same time: whoever
     * loses the race for a version number looks again at what is there now.
     */
    RegisteredVersion register(String subject, String text) {
        Schema candidate = parse(text);
        String canonical = candidate.toString();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<RegisteredVersion> versions = store.findVersions(subject);
            for (RegisteredVersion version : versions) {
                if (version.schema().equals(canonical)) {
                    return version;
                }
            }
            List<String> objections = CompatibilityPolicy.objections(candidate, versions, level(subject));
            if (!objections.isEmpty()) {
                throw RegistryRefusal.incompatible(String.join("; ", objections));
            }
            store.insertVersion(subject, versions.size() + 1, canonical);
        }
        throw RegistryRefusal.storeFailed();
    }

    /** The version of the subject that has this schema. */
    RegisteredVersion lookUp(String subject, String text) {
        String canonical = parse(text).toString();
        return requireVersions(subject).stream()
                .filter(version -> version.schema().equals(canonical))
                .findFirst()
                .orElseThrow(RegistryRefusal::unknownSchema);
    }

    /** Why the schema may not follow that version of the subject; empty when it may. */
    List<String> objections(String subject, String version, String text) {
        Schema candidate = parse(text);
        List<RegisteredVersion> judges = List.of(requireVersion(subject, version));
        return CompatibilityPolicy.objections(candidate, judges, level(subject));
    }

    /** Why the schema may not follow the subject's versions; empty when it may. */
    List<String> objections(String subject, String text) {
        return CompatibilityPolicy.objections(parse(text), store.findVersions(subject), level(subject));
    }

    List<RegisteredVersion> requireVersions(String subject) {
        List<RegisteredVersion> versions = store.findVersions(subject);
        if (versions.isEmpty()) {
            throw RegistryRefusal.unknownSubject(subject);
        }
        return versions;
    }

    /** By number, or {@code latest} (also written -1). */
    RegisteredVersion requireVersion(String subject, String version) {
        if (!version.equals(LATEST) && !version.matches("-1|[1-9][0-9]{0,8}")) {
            throw RegistryRefusal.invalidVersion(version);
        }
        List<RegisteredVersion> versions = requireVersions(subject);
        int number = version.equals(LATEST) ? -1 : Integer.parseInt(version);
        if (number == -1) {
            return versions.get(versions.size() - 1);
        }
        return versions.stream()
                .filter(candidate -> candidate.version() == number)
                .findFirst()
                .orElseThrow(() -> RegistryRefusal.unknownVersion(version));
    }

    List<String> subjects() {
        return store.findSubjects();
    }

    String requireSchema(int id) {
        return store.findSchema(id).orElseThrow(RegistryRefusal::unknownSchema);
    }

    List<RegisteredVersion> requireUses(int id) {
        requireSchema(id);
        return store.findUses(id);
    }

    CompatibilityLevel level() {
        return store.findLevel(EVERY_SUBJECT).orElse(DEFAULT_LEVEL);
    }

    CompatibilityLevel requireOwnLevel(String subject) {
        return store.findLevel(subject).orElseThrow(() -> RegistryRefusal.noLevel(subject));
    }

    /** The subject's own level, else the installation's. */
    CompatibilityLevel level(String subject) {
        return store.findLevel(subject).orElseGet(this::level);
    }

    CompatibilityLevel setLevel(String name) {
        return setLevel(EVERY_SUBJECT, name);
    }

    CompatibilityLevel setLevel(String subject, String name) {
        CompatibilityLevel level = CompatibilityLevel.named(name).orElseThrow(() -> RegistryRefusal.invalidLevel(name));
        store.markLevel(subject, level);
        return level;
    }

    private static Schema parse(String text) {
        try {
            return new Schema.Parser().parse(text);
        } catch (AvroRuntimeException e) {
            throw RegistryRefusal.invalidSchema(String.valueOf(e.getMessage()));
        }
    }
}
