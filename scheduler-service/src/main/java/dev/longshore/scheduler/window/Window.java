package dev.longshore.scheduler.window;

import java.time.Instant;
import java.util.Optional;

/** The data that a run exports, by the job's date column; fixed when the run is issued. */
public sealed interface Window {
    /** First instant inside; empty when open at the start. */
    Optional<Instant> start();

    /** First instant no longer inside; empty when open at the end. */
    Optional<Instant> end();

    /** Whether no instant lies inside. */
    default boolean isEmpty() {
        return start().isPresent() && start().equals(end());
    }

    /** Everything, rows without a date included (P42). */
    record Everything() implements Window {
        @Override
        public Optional<Instant> start() {
            return Optional.empty();
        }

        @Override
        public Optional<Instant> end() {
            return Optional.empty();
        }
    }

    /**
     * The half-open interval [from, to). It may be empty: the last hour before 03:00 is, on a day whose clocks go
     * from 02:00 to 03:00.
     */
    record Interval(Instant from, Instant to) implements Window {
        public Interval {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("window ends before it starts: %s..%s".formatted(from, to));
            }
        }

        @Override
        public Optional<Instant> start() {
            return Optional.of(from);
        }

        @Override
        public Optional<Instant> end() {
            return Optional.of(to);
        }
    }
}
