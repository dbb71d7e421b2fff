package dev.longshore.scheduler.settings;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identity of a job. */
public record JobId(UUID value) {
    public JobId {
        requireNonNull(value, "job id is null");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
