package dev.longshore.scheduler.clock;

import java.time.Instant;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

interface DatabaseClockDao extends DatabaseClock {
    /** Goes on within a transaction, unlike {@code now()}. */
    @Override
    @SqlQuery("SELECT clock_timestamp()")
    Instant now();
}
