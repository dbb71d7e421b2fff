package dev.longshore.history.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a failed delivery is tried again: the schedule that Standard Webhooks recommends, ten attempts over 75 hours and
 * 35 minutes. Each pause is longer or shorter by up to a tenth, so that deliveries that failed together do not come
 * back together.
 */
final class RetrySchedule {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));
    private static final double JITTER = 0.1;

    private final RandomGenerator random;

    RetrySchedule(RandomGenerator random) {
        this.random = random;
    }

    /**
     * @param attempts how many were made, at least one
     * @param now when the last of them failed
     * @return empty when that was the last one
     */
    Optional<Instant> nextAfter(int attempts, Instant now) {
        if (attempts > PAUSES.size()) {
            return Optional.empty();
        }
        double factor = 1 + JITTER * (2 * random.nextDouble() - 1);
        long millis = Math.round(PAUSES.get(attempts - 1).toMillis() * factor);
        return Optional.of(now.plusMillis(millis));
    }
}
