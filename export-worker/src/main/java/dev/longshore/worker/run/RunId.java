package dev.longshore.worker.run;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identity of a run, given by scheduler-service. */
public record RunId(UUID value) {
    public RunId {
        requireNonNull(value, "run id is null");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
