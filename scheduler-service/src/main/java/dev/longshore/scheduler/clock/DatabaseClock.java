package dev.longshore.scheduler.clock;

import java.time.Instant;

/**
 * The clock of the database, to the microsecond. Jobs are created, found due and issued by it, so that instances whose
 * own clocks are hours apart neither double a run nor delay one.
 */
@FunctionalInterface
public interface DatabaseClock {
    Instant now();
}
