package dev.longshore.history.retention;

import dev.longshore.platform.time.Micros;
import java.time.InstantSource;

/** Looks for artifacts whose time is over, or nearly. Any number of instances may sweep at once. */
final class RetentionSweeper {
    private final RetentionService retention;
    private final InstantSource clock;

    RetentionSweeper(RetentionService retention, InstantSource clock) {
        this.retention = retention;
        this.clock = clock;
    }

    /** @return whether there may be more to do */
    boolean sweep() {
        boolean moreToWarn = retention.warn(Micros.now(clock));
        boolean moreToExpire = retention.expire(Micros.now(clock));
        return moreToWarn || moreToExpire;
    }
}
