package dev.longshore.worker.task;

import static dev.longshore.worker.task.TaskState.CANCELLED;
import static dev.longshore.worker.task.TaskState.DONE;
import static dev.longshore.worker.task.TaskState.FAILED;
import static dev.longshore.worker.task.TaskState.READY;
import static dev.longshore.worker.task.TaskState.RUNNING;
import static dev.longshore.worker.task.TaskState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TaskStateTest {
    private static final Map<TaskState, Set<TaskState>> MOVES = Map.of(
            WAITING, Set.of(READY, CANCELLED),
            READY, Set.of(RUNNING, CANCELLED),
            RUNNING, Set.of(RUNNING, READY, WAITING, DONE, FAILED, CANCELLED),
            DONE, Set.of(),
            FAILED, Set.of(),
            CANCELLED, Set.of());

    @Test
    void every_move_is_allowed_or_refused_as_written_down() {
        for (TaskState from : TaskState.values()) {
            for (TaskState to : TaskState.values()) {
                assertThat(from.canBecome(to))
                        .as("%s to %s", from, to)
                        .isEqualTo(MOVES.getOrDefault(from, Set.of()).contains(to));
            }
        }
    }

    @Test
    void what_is_done_failed_or_cancelled_stays_so() {
        for (TaskState state : TaskState.values()) {
            assertThat(state.isFinal())
                    .as("%s", state)
                    .isEqualTo(Set.of(DONE, FAILED, CANCELLED).contains(state));
        }
    }
}
