package dev.longshore.history.eta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * The estimator beside three simple ones on the same simulated runs. Its constants were tuned on the seeds {@code 1} to
 * {@code 4}, not on the one that is asserted here. Prints a table of both.
 */
class EtaScenarioTest {
    private static final long HELD_OUT_SEED = 20_261_127L;
    private static final int JOBS_PER_SCENARIO = 15;

    private static final EtaSuite SUITE = EtaSuite.play(EtaSuite.stories(HELD_OUT_SEED, JOBS_PER_SCENARIO));

    @Test
    void the_end_is_predicted_within_a_tenth_and_better_than_by_any_simple_rule() {
        System.out.println(SUITE.table());
        List<EtaSuite.Judged> runs = SUITE.judged();
        double error = mean(runs, run -> run.quality().normalisedError());
        assertThat(error).as("NE, mean").isLessThanOrEqualTo(0.10);
        assertThat(EtaSuite.percentile90(runs)).as("NE, 9 of 10 runs").isLessThanOrEqualTo(0.20);
        assertThat(error).as("global average").isLessThan(mean(runs, EtaSuite.Judged::average));
        assertThat(error).as("EWMA").isLessThan(mean(runs, EtaSuite.Judged::ewma));
        assertThat(error).as("mean of past runs").isLessThan(mean(runs, EtaSuite.Judged::meanOfPast));
    }

    @Test
    void a_steady_run_is_predicted_within_a_twentieth() {
        List<EtaSuite.Judged> steady = SUITE.judged().stream()
                .filter(run -> run.scenario() == Scenario.STEADY)
                .toList();
        assertThat(mean(steady, run -> run.quality().normalisedError())).isLessThanOrEqualTo(0.05);
    }

    @Test
    void four_of_five_intervals_hold_the_end() {
        assertThat(mean(SUITE.judged(), run -> run.quality().coverage())).isBetween(0.75, 0.85);
    }

    @Test
    void the_predicted_end_of_no_run_jumps_more_than_twice() {
        assertThat(SUITE.judged())
                .extracting(run -> run.quality().jumps())
                .isNotEmpty()
                .allSatisfy(jumps -> assertThat(jumps).isLessThanOrEqualTo(2));
    }

    @Test
    void the_same_seed_gives_the_same_figures() {
        EtaSuite once = EtaSuite.play(EtaSuite.stories(5, 1));
        EtaSuite again = EtaSuite.play(EtaSuite.stories(5, 1));
        assertThat(again.judged()).isEqualTo(once.judged());
        assertThat(EtaSuite.play(EtaSuite.stories(6, 1)).judged()).isNotEqualTo(once.judged());
    }

    @Test
    void bars_of_simulated_runs_never_fall() {
        for (EtaSuite.Story story : EtaSuite.stories(7, 2)) {
            for (SimulatedRun.Trace trace : story.runs()) {
                assertThat(trace.observed())
                        .isSortedAccordingTo(Comparator.comparingDouble(SimulatedRun.Observed::bar));
            }
        }
    }

    private static double mean(List<EtaSuite.Judged> runs, ToDoubleFunction<EtaSuite.Judged> figure) {
        return EtaSuite.mean(runs.stream().mapToDouble(figure));
    }
}
