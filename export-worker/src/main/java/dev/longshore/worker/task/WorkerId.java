package dev.longshore.worker.task;

import static java.util.Objects.requireNonNull;

/** Name of this process among the workers: host, process id and a random part; new with each start. */
public record WorkerId(String value) {
    public WorkerId {
        requireNonNull(value, "worker id is null");
    }

    @Override
    public String toString() {
        return value;
    }
}
