package dev.longshore.embedded;

import java.util.Arrays;
import java.util.Optional;

/** What a new version of a subject's schema owes to the earlier ones; the names are those of the registry's API. */
enum CompatibilityLevel {
    NONE(false, false, false),
    BACKWARD(true, false, false),
    BACKWARD_TRANSITIVE(true, false, true),
    FORWARD(false, true, false),
    FORWARD_TRANSITIVE(false, true, true),
    FULL(true, true, false),
    FULL_TRANSITIVE(true, true, true);

    private final boolean readsOld;
    private final boolean readByOld;
    private final boolean transitive;

    CompatibilityLevel(boolean readsOld, boolean readByOld, boolean transitive) {
        this.readsOld = readsOld;
        this.readByOld = readByOld;
        this.transitive = transitive;
    }

    /** Whether the new schema must read what the earlier ones wrote. */
    boolean mustReadOld() {
        return readsOld;
    }

    /** Whether the earlier schemas must read what the new one writes. */
    boolean mustBeReadByOld() {
        return readByOld;
    }

    /** Whether all earlier versions count, or the newest alone. */
    boolean isTransitive() {
        return transitive;
    }

    static Optional<CompatibilityLevel> named(String name) {
        return Arrays.stream(values())
                .filter(level -> level.name().equals(name))
                .findFirst();
    }
}
