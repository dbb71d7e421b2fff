package dev.longshore.history.run;

import java.util.Objects;

/**
 * A run's view with the change that made it as it is.
 *
 * @param change rises with every change of the run
 */
record TaggedRun(RunView run, long change) {
    /** Weak entity tag. The ETA takes part, since it moves on between two changes. */
    String tag() {
        return "W/\"%d-%08x\"".formatted(change, Objects.hash(run.eta(), run.etaUnknownBecause()));
    }
}
