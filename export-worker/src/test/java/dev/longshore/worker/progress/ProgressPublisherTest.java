package dev.longshore.worker.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.ProgressReported;
import dev.longshore.events.TaskKind;
import dev.longshore.platform.time.Ids;
import dev.longshore.worker.run.RunId;
import dev.longshore.worker.task.Lease;
import dev.longshore.worker.task.TaskId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProgressPublisherTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final UUID JOB = Ids.nameBased("job");
    private static final RunId RUN = new RunId(Ids.nameBased("run"));

    private final ProgressBoard board = new ProgressBoard();
    private final List<ProgressReported> sent = new ArrayList<>();
    private final ProgressPublisher publisher =
            new ProgressPublisher(board, (key, message) -> sent.add(message), InstantSource.fixed(NOW));

    @Test
    void an_attempt_is_told_of_once_for_each_turn_in_which_it_advanced() {
        ProgressBoard.Entry entry = board.begin(JOB, lease(7), 1_000, 1);
        entry.advanced(10, 100);
        entry.advanced(20, 200);

        publisher.tell();
        publisher.tell();

        assertThat(sent).hasSize(1);
        ProgressReported told = sent.get(0);
        assertThat(told.getRows()).isEqualTo(20);
        assertThat(told.getBytes()).isEqualTo(200);
        assertThat(told.getKeys()).isEqualTo(20);
        assertThat(told.getNumber()).isEqualTo(7);
        assertThat(told.getTaskKind()).isEqualTo(TaskKind.EXPORT);
        assertThat(told.getReportedAt()).isEqualTo(NOW);
    }

    @Test
    void keys_follow_the_share_of_rows_that_the_plan_expects_and_never_exceed_the_plan() {
        ProgressBoard.Entry entry = board.begin(JOB, lease(1), 1_000, 0.25);
        entry.advanced(100, 1);
        publisher.tell();
        entry.advanced(900, 2);
        publisher.tell();

        assertThat(sent).extracting(ProgressReported::getKeys).containsExactly(400L, 1_000L);
    }

    @Test
    void an_attempt_that_ended_is_no_longer_told_of() {
        try (ProgressBoard.Entry entry = board.begin(JOB, lease(1), 10, 1)) {
            entry.advanced(1, 1);
        }

        publisher.tell();

        assertThat(sent).isEmpty();
    }

    private static Lease lease(int number) {
        return new Lease(
                TaskId.of(RUN, dev.longshore.worker.task.TaskKind.EXPORT, number),
                RUN,
                dev.longshore.worker.task.TaskKind.EXPORT,
                number,
                3,
                1,
                "worker",
                NOW);
    }
}
