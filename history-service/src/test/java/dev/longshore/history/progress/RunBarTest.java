package dev.longshore.history.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RunBarTest {
    private static final Extent NOTHING_KNOWN = new Extent(null, null, null, null, null);
    private static final Extent PLANNED = new Extent(4, 400L, null, null, null);
    private static final Extent LAID_OUT = new Extent(4, 400L, 2, 380L, 38_000L);

    @Test
    void before_the_plan_nothing_is_done() {
        assertThat(RunBar.fraction(RunStatus.REQUESTED, NOTHING_KNOWN, RunTally.NONE))
                .isZero();
    }

    @Test
    void keys_fill_the_share_of_the_export() {
        assertThat(RunBar.fraction(RunStatus.RUNNING, PLANNED, exported(200))).isEqualTo(0.45);
        assertThat(RunBar.fraction(RunStatus.RUNNING, PLANNED, exported(4_000)))
                .as("keys beyond the plan")
                .isEqualTo(0.90);
    }

    @Test
    void files_fill_the_share_of_the_assembly() {
        RunTally half = new RunTally(400, 400, 380, 38_000, 4, 0, 190, 0, 0, 2);
        assertThat(RunBar.fraction(RunStatus.RUNNING, LAID_OUT, half)).isCloseTo(0.945, within(1e-9));
    }

    @Test
    void all_files_made_is_not_all() {
        RunTally all = new RunTally(400, 400, 380, 38_000, 4, 0, 380, 38_000, 2, 0);
        assertThat(RunBar.fraction(RunStatus.RUNNING, LAID_OUT, all))
                .isLessThan(1)
                .isCloseTo(0.99, within(1e-9));
    }

    @Test
    void only_a_completed_run_is_all_done() {
        assertThat(RunBar.fraction(RunStatus.COMPLETED, NOTHING_KNOWN, RunTally.NONE))
                .isEqualTo(1);
        assertThat(RunBar.fraction(RunStatus.CANCELLED, LAID_OUT, exported(400)))
                .isLessThan(1);
    }

    @Test
    void an_empty_window_has_nothing_to_export() {
        Extent empty = new Extent(0, 0L, null, null, null);
        assertThat(RunBar.fraction(RunStatus.PLANNED, empty, RunTally.NONE)).isEqualTo(0.90);
    }

    private static RunTally exported(long keys) {
        return new RunTally(keys, keys, keys, keys * 100, 0, 0, 0, 0, 0, 0);
    }
}
