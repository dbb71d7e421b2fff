package dev.longshore.history.eta;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An estimate as it was made, with what the next one needs of it.
 *
 * @param madeAt when
 * @param speed what was known of the speed then
 * @param tenths as {@link Pace#passed}
 * @param endsAt likeliest end; null when it was unknown
 */
record Sample(
        Instant madeAt,
        Speed speed,
        List<Double> tenths,
        @Nullable Instant endsAt) {}
