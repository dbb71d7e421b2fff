package dev.longshore.history.eta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.longshore.history.eta.EstimateDao.Estimate;
import dev.longshore.history.eta.EtaQualityDao.EtaQuality;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QualityPolicyTest {
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant END = START.plusSeconds(100);

    @Test
    void each_estimate_counts_for_as_long_as_it_stood() {
        // 10 s wrong for 80 s, right for 20 s; the interval of the first does not hold the end.
        EtaQuality quality = QualityPolicy.judge(List.of(told(0, 110.0, 5), told(80, 100.0, 5)), START, END)
                .orElseThrow();
        assertThat(quality.seconds()).isEqualTo(100);
        assertThat(quality.normalisedError()).isCloseTo(0.08, within(1e-9));
        assertThat(quality.coverage()).isCloseTo(0.2, within(1e-9));
        assertThat(quality.knownShare()).isEqualTo(1);
        assertThat(quality.largestAge()).isEqualTo(81);
        assertThat(quality.meanAge()).isCloseTo(0.8 * 41 + 0.2 * 11, within(1e-9));
    }

    @Test
    void time_in_which_the_end_was_unknown_is_no_error() {
        EtaQuality quality = QualityPolicy.judge(List.of(told(0, null, 0), told(50, 110.0, 20)), START, END)
                .orElseThrow();
        assertThat(quality.normalisedError()).isCloseTo(0.1, within(1e-9));
        assertThat(quality.coverage()).isEqualTo(1);
        assertThat(quality.knownShare()).isEqualTo(0.5);
        assertThat(QualityPolicy.judge(List.of(told(0, null, 0)), START, END)).isEmpty();
        assertThat(QualityPolicy.judge(List.of(), START, END)).isEmpty();
    }

    @Test
    void a_move_by_a_tenth_within_a_twentieth_of_the_run_is_one_jump() {
        assertThat(jumps(100, 111, 111, 111)).isOne();
        assertThat(jumps(100, 106, 112, 112)).isOne();
        assertThat(jumps(100, 109, 109, 109)).isZero();
        assertThat(jumps(100, 120, 100, 100)).isEqualTo(2);
        assertThat(jumps(100, 102, 104, 106, 108, 110, 112, 114, 116, 118)).isZero();
    }

    @Test
    void scores_are_a_few_for_each_stage_and_fit_the_interval_that_is_made_of_them() {
        List<Estimate> estimates = new ArrayList<>();
        for (int second = 1; second < 100; second++) {
            estimates.add(told(second, 120.0, 5));
        }
        List<QualityPolicy.Score> scores = QualityPolicy.scores(estimates, START, END);
        assertThat(scores).extracting(QualityPolicy.Score::stage).contains(0, 1, 2, 3);
        assertThat(scores).hasSizeLessThanOrEqualTo(IntervalPolicy.STAGES * QualityPolicy.SCORES_PER_STAGE);
        assertThat(scores).allSatisfy(score -> assertThat(score.value()).isNegative());
    }

    @Test
    void an_interval_is_as_wide_as_past_errors_and_by_the_job_itself_once_it_has_enough() {
        Instant endsAt = START.plusSeconds(100);
        double late = IntervalPolicy.score(0, 100, 150);
        List<Double> ofAll =
                DoubleStream.generate(() -> late).limit(100).boxed().toList();
        Eta.Expected byAll = IntervalPolicy.interval(START, 0, endsAt, List.of(), ofAll);
        assertThat(EtaEstimator.seconds(START, byAll.latest())).isCloseTo(150, within(0.01));
        assertThat(byAll.earliest()).isEqualTo(endsAt);
        List<Double> right = DoubleStream.generate(() -> 0)
                .limit(IntervalPolicy.ENOUGH)
                .boxed()
                .toList();
        Eta.Expected byJob = IntervalPolicy.interval(START, 0, endsAt, right, ofAll);
        assertThat(byJob.latest()).isEqualTo(endsAt);
        Eta.Expected byRule = IntervalPolicy.interval(START, 0, endsAt, List.of(), List.of(late));
        assertThat(byRule.earliest()).isBefore(endsAt);
        assertThat(byRule.latest()).isAfter(endsAt);
    }

    private static int jumps(double... ends) {
        List<Estimate> estimates = new ArrayList<>();
        for (int i = 0; i < ends.length; i++) {
            estimates.add(told(2 * i, ends[i], 1));
        }
        return QualityPolicy.jumps(estimates, 100);
    }

    /** Told a second after the news, with an interval of this much to either side. */
    private static Estimate told(double second, @Nullable Double end, double spread) {
        Instant at = EtaEstimator.after(START, second);
        return new Estimate(
                at,
                at.minusSeconds(1),
                end == null ? null : EtaEstimator.after(START, end),
                end == null ? null : EtaEstimator.after(START, end - spread),
                end == null ? null : EtaEstimator.after(START, end + spread));
    }
}
