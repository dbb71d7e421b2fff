package dev.longshore.history.eta;

import dev.longshore.history.eta.EtaQualityDao.EtaQuality;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The quality of estimates as metrics: each run counts once, in the instance that projected its completion, after that is
 * committed.
 */
@Component
class EtaMetrics {
    private final DistributionSummary error;
    private final DistributionSummary coverage;
    private final DistributionSummary jumps;
    private final DistributionSummary age;

    EtaMetrics(MeterRegistry meters) {
        error = DistributionSummary.builder("longshore.history.eta.error")
                .description("Mean |predicted - true time left| of a completed run, by its length")
                .serviceLevelObjectives(0.05, 0.1, 0.2, 0.5)
                .register(meters);
        coverage = DistributionSummary.builder("longshore.history.eta.coverage")
                .description("Share of a completed run's time in which the interval held its end; 0.8 is promised")
                .register(meters);
        jumps = DistributionSummary.builder("longshore.history.eta.jumps")
                .description("Moves of the predicted end of a completed run by more than a tenth of its length at once")
                .serviceLevelObjectives(0.5, 2)
                .register(meters);
        age = DistributionSummary.builder("longshore.history.eta.age")
                .description("Mean age of the news behind a completed run's estimates")
                .baseUnit("seconds")
                .serviceLevelObjectives(1, 2, 5)
                .register(meters);
    }

    @TransactionalEventListener
    void on(EtaQuality quality) {
        error.record(quality.normalisedError());
        coverage.record(quality.coverage());
        jumps.record(quality.jumps());
        age.record(quality.meanAge());
    }
}
