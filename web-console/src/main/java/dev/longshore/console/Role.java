package dev.longshore.console;

/** What a user may do, from little to all: each role contains the ones before it. */
public enum Role {
    /** Sees jobs and runs, and downloads artifacts. */
    VIEWER,
    /** Also creates and changes jobs, orders runs, deletes artifacts. */
    EXPORTER,
    /** Also administers the installation, if for all sources. */
    ADMIN;

    boolean contains(Role other) {
        return compareTo(other) >= 0;
    }

    /** The weaker of the two. */
    Role within(Role limit) {
        return limit.contains(this) ? this : limit;
    }
}
