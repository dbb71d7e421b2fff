package dev.longshore.history.eta;

import dev.longshore.history.eta.EstimateDao.Estimate;
import dev.longshore.history.eta.EstimateDao.EstimateRow;
import dev.longshore.history.progress.RunStatus;
import dev.longshore.platform.time.Micros;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps one estimate for each active run up to date, keeps what was told of its end, and has that judged when the run
 * ends. All of it is in the database: a restart, or another instance, goes on where this one was.
 */
@Component
public class EstimateService {
    /** Estimates are kept at most this often in a run's life so far, so that long runs keep some thousands only. */
    private static final int KEPT_AT_A_TIME = 400;

    private final EstimateDao estimates;
    private final EtaQualityService quality;
    private final EtaProperties properties;
    private final InstantSource clock;

    EstimateService(EstimateDao estimates, EtaQualityService quality, EtaProperties properties, InstantSource clock) {
        this.estimates = estimates;
        this.quality = quality;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Makes a new estimate for a run, unless the last one is recent; judges the estimates of a run that has ended. Called
     * in the transaction that holds the run's row lock, after each of its facts, so repeating it is harmless.
     *
     * <p>Nothing is estimated from old news: those of a rebuild tell of the past.
     */
    @Transactional
    public void refresh(UUID runId) {
        Optional<EstimateInputRow> found = estimates.findInput(runId);
        if (found.isEmpty()) {
            return;
        }
        EstimateInputRow input = found.get();
        if (input.status().isEnded()) {
            judge(runId, input);
            return;
        }
        Instant now = Micros.now(clock);
        if (input.asOf().plus(properties.newsLimit()).isBefore(now)) {
            return;
        }
        Instant exportingSince = input.exportingAt();
        if (exportingSince == null || input.chunks() == null || input.keys() == null) {
            estimateWork(runId, input, now);
            return;
        }
        Optional<EstimateRow> previous = estimates.findEstimate(runId).filter(EstimateRow::isOfTheEnd);
        if (previous.isPresent()
                && Duration.between(previous.get().madeAt(), now).compareTo(properties.interval()) < 0) {
            return;
        }
        estimateEnd(
                runId,
                input,
                exportingSince,
                now,
                previous.map(EstimateRow::sample).orElse(null));
    }

    private void estimateEnd(
            UUID runId, EstimateInputRow input, Instant exportingSince, Instant now, @Nullable Sample previous) {
        Workload work = input.workload(now, estimates.findOpenChunks(runId), properties.lease())
                .orElseThrow();
        Sample sample = EtaEstimator.next(now, work, exportingSince, past(input.jobId()), previous);
        Instant endsAt = sample.endsAt();
        double elapsed = EtaEstimator.seconds(exportingSince, now);
        Eta.@Nullable Expected interval = endsAt == null ? null : quality.interval(input.jobId(), now, elapsed, endsAt);
        estimates.save(runId, EstimateRow.of(sample, interval));
        Duration pause = Duration.between(exportingSince, now).dividedBy(KEPT_AT_A_TIME);
        boolean due = estimates
                .findLastTold(runId)
                .map(last -> !last.plus(pause).isAfter(now))
                .orElse(true);
        if (due) {
            estimates.insertTold(
                    runId,
                    interval == null
                            ? new Estimate(now, input.asOf(), null, null, null)
                            : new Estimate(now, input.asOf(), interval.at(), interval.earliest(), interval.latest()));
        }
    }

    private void estimateWork(UUID runId, EstimateInputRow input, Instant now) {
        Workload plan = input.workload(now, List.of(), properties.lease()).orElse(null);
        OptionalDouble seconds = WorkEstimator.seconds(plan, past(input.jobId()));
        if (seconds.isPresent()) {
            Eta.Expected interval =
                    quality.interval(input.jobId(), now, 0, EtaEstimator.after(now, seconds.getAsDouble()));
            estimates.saveWork(
                    runId,
                    now,
                    EtaEstimator.seconds(now, interval.at()),
                    EtaEstimator.seconds(now, interval.earliest()),
                    EtaEstimator.seconds(now, interval.latest()));
        }
    }

    private void judge(UUID runId, EstimateInputRow input) {
        Instant exportingSince = input.exportingAt();
        Instant endedAt = input.endedAt();
        if (input.status() == RunStatus.COMPLETED && exportingSince != null && endedAt != null) {
            List<Estimate> told = estimates.findTold(runId);
            Optional<EstimateRow> last = estimates.findEstimate(runId);
            if (!told.isEmpty() && last.isPresent()) {
                quality.judge(
                        runId,
                        input.jobId(),
                        told,
                        exportingSince,
                        endedAt,
                        last.get().sample());
            }
        }
        estimates.deleteTold(runId);
    }

    private JobPast past(UUID jobId) {
        return new JobPast(estimates.findPastRuns(jobId, properties.pastRuns()));
    }
}
