package dev.longshore.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits until something holds, and fails with the last reason when it does not in time. The second choice: where a test
 * can drive a {@link ManualLoop} or a {@link MutableClock} it need not wait. The only place in tests that pauses.
 */
public final class Eventually {
    /** Long, for a machine may be busy with other tests; nothing waits longer than it must. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Duration limit;

    private Eventually(Duration limit) {
        this.limit = limit;
    }

    /** Holds when it does not throw. */
    @FunctionalInterface
    public interface Assertion {
        /** Throws, usually an {@link AssertionError}, when it does not hold. */
        void check() throws Exception;
    }

    /** Holds when it answers true; so an expression that nobody asserts cannot pass unseen. */
    @FunctionalInterface
    public interface Condition {
        /** Whether it holds. */
        boolean holds() throws Exception;
    }

    /** Waits up to a minute until the assertion passes. */
    public static void that(Assertion assertion) {
        that("expected state", assertion);
    }

    /**
     * Waits up to a minute until the assertion passes.
     *
     * @param what what is waited for, in words, for the message
     */
    public static void that(String what, Assertion assertion) {
        within(LIMIT).holds(what, assertion);
    }

    /**
     * Waits up to a minute until the condition is true.
     *
     * @param what what is waited for, in words, for the message
     */
    public static void that(String what, Condition condition) {
        within(LIMIT).isTrue(what, condition);
    }

    /** For what rightly takes longer than a minute, such as a hundred thousand fire times. */
    public static Eventually within(Duration limit) {
        return new Eventually(limit);
    }

    /** Waits until the condition is true. */
    public void isTrue(String what, Condition condition) {
        holds(what, () -> {
            if (!condition.holds()) {
                throw new AssertionError("not true");
            }
        });
    }

    /** Waits until the assertion passes. */
    public void holds(String what, Assertion assertion) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            try {
                assertion.check();
                return;
            } catch (Exception | AssertionError reason) {
                if (System.nanoTime() - deadline >= 0) {
                    throw new AssertionError("%s: not within %s. Last: %s".formatted(what, limit, reason), reason);
                }
            }
            pause(what);
        }
    }

    private static void pause(String what) {
        LockSupport.parkNanos(PAUSE.toNanos());
        if (Thread.currentThread().isInterrupted()) {
            throw new AssertionError("interrupted while waiting for: " + what);
        }
    }
}
