package dev.longshore.embedded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Forgets everything with the JVM. */
final class InMemoryRegistryStore implements RegistryStore {
    private final Map<String, List<RegisteredVersion>> versions = new TreeMap<>();
    private final List<String> schemas = new ArrayList<>();
    private final Map<String, CompatibilityLevel> levels = new HashMap<>();

    @Override
    public synchronized List<RegisteredVersion> findVersions(String subject) {
        return List.copyOf(versions.getOrDefault(subject, List.of()));
    }

    @Override
    public synchronized List<String> findSubjects() {
        return List.copyOf(versions.keySet());
    }

    @Override
    public synchronized Optional<String> findSchema(int id) {
        return id >= 1 && id <= schemas.size() ? Optional.of(schemas.get(id - 1)) : Optional.empty();
    }

    @Override
    public synchronized List<RegisteredVersion> findUses(int id) {
        return versions.values().stream()
                .flatMap(List::stream)
                .filter(version -> version.id() == id)
                .toList();
    }

    @Override
    public synchronized boolean insertVersion(String subject, int version, String schema) {
        List<RegisteredVersion> present = versions.getOrDefault(subject, List.of());
        if (present.stream()
                .anyMatch(other -> other.version() == version || other.schema().equals(schema))) {
            return false;
        }
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        versions.computeIfAbsent(subject, name -> new ArrayList<>())
                .add(new RegisteredVersion(subject, version, schemas.indexOf(schema) + 1, schema));
        return true;
    }

    @Override
    public synchronized Optional<CompatibilityLevel> findLevel(String subject) {
        return Optional.ofNullable(levels.get(subject));
    }

    @Override
    public synchronized void markLevel(String subject, CompatibilityLevel level) {
        levels.put(subject, level);
    }
}
