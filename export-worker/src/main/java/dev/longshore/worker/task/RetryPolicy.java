package dev.longshore.worker.task;

import dev.longshore.worker.failure.Failure;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Whether and when a failed task is tried again: exponential back-off with jitter, by the kind of the failure. */
public final class RetryPolicy {
    private static final int MAX_DOUBLINGS = 20;

    private final int maxAttempts;
    private final Duration firstDelay;
    private final Duration maxDelay;
    private final DoubleSupplier random;

    /** @param random numbers in [0, 1) for the jitter */
    public RetryPolicy(int maxAttempts, Duration firstDelay, Duration maxDelay, DoubleSupplier random) {
        if (maxAttempts < 1 || firstDelay.isNegative() || maxDelay.compareTo(firstDelay) < 0) {
            throw new IllegalArgumentException(
                    "attempts %d, delays %s..%s".formatted(maxAttempts, firstDelay, maxDelay));
        }
        this.maxAttempts = maxAttempts;
        this.firstDelay = firstDelay;
        this.maxDelay = maxDelay;
        this.random = random;
    }

    /**
     * The pause before the next attempt, between half of the back-off and all of it.
     *
     * @param attempt the attempt that failed, from 1
     * @return empty when no further attempt is made
     */
    public Optional<Duration> pauseAfter(Failure failure, int attempt) {
        if (!failure.isRetryable() || attempt >= maxAttempts) {
            return Optional.empty();
        }
        return Optional.of(backOff(attempt));
    }

    /**
     * The pause after this many attempts at work that is never given up, between half of the back-off and all of it.
     *
     * @param attempt the attempt that failed, from 1
     */
    public Duration backOff(int attempt) {
        int doublings = Math.min(Math.max(attempt - 1, 0), MAX_DOUBLINGS);
        Duration grown = firstDelay.multipliedBy(1L << doublings);
        Duration longest = grown.compareTo(maxDelay) < 0 ? grown : maxDelay;
        Duration half = longest.dividedBy(2);
        return half.plusNanos(Math.round(half.toNanos() * random.getAsDouble()));
    }

    /** Whether a task that was started this often may be started again. */
    public boolean allowsAttemptAfter(int attempt) {
        return attempt < maxAttempts;
    }
}
