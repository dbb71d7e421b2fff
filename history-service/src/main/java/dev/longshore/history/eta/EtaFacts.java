package dev.longshore.history.eta;

import dev.longshore.history.progress.PhaseFacts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a run's ETA is read from.
 *
 * @param phase what tells the phase
 * @param startedAt when the workers accepted the run; null before
 * @param workersAtWork chunks and files that attempts hold now
 * @param asOf latest news of the run
 * @param estimate the latest estimate; null while there is none
 */
public record EtaFacts(
        PhaseFacts phase,
        @Nullable Instant startedAt,
        long workersAtWork,
        Instant asOf,
        Eta.@Nullable Expected estimate) {}
