package dev.longshore.console.signin;

import java.time.Duration;

/**
 * How long the next try to sign in must wait after so many failures in a row.
 *
 * @param free tries that cost no waiting; the last of them, if it fails, starts the waiting with a second
 */
record DelayPolicy(int free) {
    /** For one user, from wherever it is tried. */
    static final DelayPolicy FOR_A_USER = new DelayPolicy(5);

    /** For one address, whoever is tried: many people may share it. */
    static final DelayPolicy FOR_AN_ADDRESS = new DelayPolicy(30);

    /** Nobody waits longer: somebody else's guessing must not shut a user out for good. */
    static final Duration LONGEST = Duration.ofMinutes(15);

    /** Failures are forgotten after this long without another. */
    static final Duration MEMORY = Duration.ofHours(1);

    private static final int MOST_DOUBLINGS = 10;

    /** @param failures in a row, this one included */
    Duration after(int failures) {
        if (failures < free) {
            return Duration.ZERO;
        }
        Duration delay = Duration.ofSeconds(1L << Math.min(failures - free, MOST_DOUBLINGS));
        return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
    }
}
