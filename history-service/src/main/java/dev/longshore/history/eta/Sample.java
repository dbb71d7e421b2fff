package dev.longshore.history.eta;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An estimate as it was made, with what the next one needs of it.
 *
 * @param madeAt when
 * @param keysHeld keys held then
 * @param keysPerSecond recent rate, smoothed; null before two samples
 * @param endsAt likeliest end; null, as the two bounds, when it was unknown
 */
public record Sample(
        Instant madeAt,
        long keysHeld,
        @Nullable Double keysPerSecond,
        @Nullable Instant endsAt,
        @Nullable Instant earliest,
        @Nullable Instant latest) {

    Optional<Eta.Expected> expected() {
        return endsAt == null || earliest == null || latest == null
                ? Optional.empty()
                : Optional.of(new Eta.Expected(endsAt, earliest, latest));
    }
}
