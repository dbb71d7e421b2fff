package dev.longshore.history.eta;

import dev.longshore.history.eta.EstimateDao.Estimate;
import dev.longshore.history.eta.EtaQualityDao.EtaQuality;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Judges estimates by how their runs ended, and calibrates the intervals of later ones on that. */
@Component
class EtaQualityService {
    private static final int RUNS_KEPT = 100;

    private final EtaQualityDao qualities;
    private final ApplicationEventPublisher events;

    EtaQualityService(EtaQualityDao qualities, ApplicationEventPublisher events) {
        this.qualities = qualities;
        this.events = events;
    }

    /** As {@link IntervalPolicy#interval}, calibrated on runs that have ended. */
    @Transactional
    Eta.Expected interval(UUID jobId, Instant now, double elapsed, Instant endsAt) {
        int stage = IntervalPolicy.stage(elapsed, EtaEstimator.seconds(now, endsAt));
        List<Double> ofJob = qualities.findScoresOfJob(jobId, stage, IntervalPolicy.SCORES_OF_JOB);
        List<Double> ofAll = ofJob.size() >= IntervalPolicy.ENOUGH
                ? List.of()
                : qualities.findScoresOfAll(stage, IntervalPolicy.SCORES_OF_ALL);
        return IntervalPolicy.interval(now, elapsed, endsAt, ofJob, ofAll);
    }

    /** Judges a run once; nothing happens to one that has been judged, as when the read model is rebuilt. */
    @Transactional
    void judge(
            UUID runId, UUID jobId, List<Estimate> told, Instant exportingSince, Instant endedAt, Sample lastSample) {
        Optional<EtaQuality> quality = QualityPolicy.judge(told, exportingSince, endedAt);
        if (quality.isEmpty()
                || !qualities.insertQuality(
                        runId, jobId, endedAt, quality.get(), lastSample.speed().slots(), lastSample.tenths())) {
            return;
        }
        int number = 0;
        for (QualityPolicy.Score score : QualityPolicy.scores(told, exportingSince, endedAt)) {
            number++;
            qualities.insertScore(runId, score.stage(), number, jobId, endedAt, score.value());
        }
        qualities.deleteScoresBefore(jobId, RUNS_KEPT);
        events.publishEvent(quality.get());
    }

    /** How the latest judged runs were estimated, of a job or of all. */
    @Transactional(readOnly = true)
    EtaQualityView latest(@Nullable UUID jobId, int limit) {
        return EtaQualityView.of(jobId, qualities.findLatest(jobId, limit));
    }
}
