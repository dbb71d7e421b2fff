package dev.longshore.history.eta;

import dev.longshore.history.progress.RunBar;
import dev.longshore.platform.time.Micros;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps one estimate for each active run up to date. */
@Component
public class EstimateService {
    private final EstimateDao estimates;
    private final EtaProperties properties;
    private final InstantSource clock;

    EstimateService(EstimateDao estimates, EtaProperties properties, InstantSource clock) {
        this.estimates = estimates;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Makes a new estimate for a run that is being exported or assembled, unless the last one is recent. Called in the
     * transaction that holds the run's row lock.
     */
    @Transactional
    public void refresh(UUID runId) {
        Instant now = Micros.now(clock);
        Optional<Sample> previous = estimates.findSample(runId);
        if (previous.isPresent()
                && Duration.between(previous.get().madeAt(), now).compareTo(properties.interval()) < 0) {
            return;
        }
        estimates.findInput(runId).ifPresent(input -> {
            Instant exportingSince = input.exportingAt();
            Integer chunks = input.chunks();
            Long keys = input.keys();
            if (input.status().isEnded() || exportingSince == null || chunks == null || keys == null) {
                return;
            }
            Workload work = new Workload(
                    keys,
                    input.keysHeld(),
                    chunks,
                    input.chunksHeld(),
                    input.laidOutAt() != null,
                    RunBar.assembled(input.extent(), input.assembly()));
            List<PastRun> past = estimates.findPastRuns(input.jobId(), properties.pastRuns());
            estimates.save(
                    runId,
                    EtaEstimator.next(now, work, exportingSince, input.laidOutAt(), past, previous.orElse(null)));
        });
    }
}
