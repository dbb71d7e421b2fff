package dev.longshore.worker.run;

import static dev.longshore.worker.run.RunState.ASSEMBLING;
import static dev.longshore.worker.run.RunState.CANCELLED;
import static dev.longshore.worker.run.RunState.COMMITTING;
import static dev.longshore.worker.run.RunState.COMPLETED;
import static dev.longshore.worker.run.RunState.EXPORTING;
import static dev.longshore.worker.run.RunState.FAILED;
import static dev.longshore.worker.run.RunState.PLANNING;
import static dev.longshore.worker.run.RunState.PUBLISHING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunStateTest {
    private static final Map<RunState, Set<RunState>> MOVES = Map.of(
            PLANNING, Set.of(EXPORTING, PUBLISHING, FAILED, CANCELLED),
            EXPORTING, Set.of(ASSEMBLING, FAILED, CANCELLED),
            ASSEMBLING, Set.of(PUBLISHING, FAILED, CANCELLED),
            PUBLISHING, Set.of(COMMITTING, FAILED, CANCELLED),
            COMMITTING, Set.of(COMPLETED),
            COMPLETED, Set.of(),
            FAILED, Set.of(),
            CANCELLED, Set.of());

    @Test
    void every_move_is_allowed_or_refused_as_written_down() {
        for (RunState from : RunState.values()) {
            for (RunState to : RunState.values()) {
                assertThat(from.canBecome(to))
                        .as("%s to %s", from, to)
                        .isEqualTo(MOVES.getOrDefault(from, Set.of()).contains(to));
            }
        }
    }

    @Test
    void only_ended_runs_are_final() {
        for (RunState state : RunState.values()) {
            assertThat(state.isFinal())
                    .as("%s", state)
                    .isEqualTo(Set.of(COMPLETED, FAILED, CANCELLED).contains(state));
        }
    }

    @Test
    void a_run_whose_manifest_is_about_to_be_written_can_neither_be_cancelled_nor_fail() {
        assertThat(COMMITTING.canBecome(CANCELLED)).isFalse();
        assertThat(COMMITTING.canBecome(FAILED)).isFalse();
    }
}
