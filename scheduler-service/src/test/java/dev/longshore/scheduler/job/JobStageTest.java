package dev.longshore.scheduler.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.platform.web.ConflictException;
import dev.longshore.scheduler.job.MoveOutcome.Becomes;
import dev.longshore.scheduler.job.MoveOutcome.Refused;
import dev.longshore.scheduler.schedule.Hourly;
import dev.longshore.scheduler.schedule.Immediately;
import dev.longshore.scheduler.schedule.OnceAt;
import dev.longshore.scheduler.settings.JobId;
import dev.longshore.scheduler.testing.LifeCycleTable;
import dev.longshore.scheduler.testing.LifeCycleTable.Cell;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class JobStageTest {
    private static final Instant START = Instant.parse("2099-01-01T00:00:00Z");

    @ParameterizedTest
    @MethodSource("dev.longshore.scheduler.testing.LifeCycleTable#cells")
    void every_move_leads_where_the_table_says(Cell cell) { // P31..P33, P55..P64
        var outcome = JobStage.valueOf(cell.stage()).after(JobMove.valueOf(cell.move()), WorkGoingOn.NONE);

        assertThat(inWords(outcome)).isEqualTo(cell.expected());
    }

    @Test
    void the_table_has_every_stage_and_every_move() {
        assertThat(LifeCycleTable.cells()).hasSize(JobStage.values().length * JobMove.values().length);
        assertThat(LifeCycleTable.cells().map(cell -> JobStage.valueOf(cell.stage())))
                .contains(JobStage.values());
        assertThat(LifeCycleTable.cells().map(cell -> JobMove.valueOf(cell.move())))
                .contains(JobMove.values());
    }

    @ParameterizedTest
    @EnumSource(names = "DELETED", mode = EnumSource.Mode.EXCLUDE)
    void work_going_on_forbids_the_deletion_and_nothing_else(JobStage stage) { // P65
        assertThat(stage.after(JobMove.DELETE, WorkGoingOn.RUN)).isEqualTo(Refused.RUN_IN_PROGRESS);
        assertThat(stage.after(JobMove.DELETE, WorkGoingOn.BACKFILL)).isEqualTo(Refused.BACKFILL_IN_PROGRESS);
        for (var move : JobMove.values()) {
            if (move != JobMove.DELETE) {
                assertThat(stage.after(move, WorkGoingOn.RUN))
                        .as("%s", move)
                        .isEqualTo(stage.after(move, WorkGoingOn.NONE));
            }
        }
    }

    @Test
    void a_job_is_born_by_its_schedule() { // P31, P32, P57
        assertThat(JobStage.ofNew(new Hourly(1, 0))).isEqualTo(JobStage.RECURRING);
        assertThat(JobStage.ofNew(new OnceAt(START))).isEqualTo(JobStage.WAITING);
        assertThat(JobStage.ofNew(new Immediately())).isEqualTo(JobStage.SUBMITTED);
        assertThat(JobMove.savingAs(new Hourly(1, 0))).isEqualTo(JobMove.SAVE_AS_RECURRING);
        assertThat(JobMove.savingAs(new OnceAt(START))).isEqualTo(JobMove.SAVE_WITH_START);
        assertThat(JobMove.savingAs(new Immediately())).isEqualTo(JobMove.SAVE_TO_START_NOW);
    }

    @ParameterizedTest
    @EnumSource(names = "DELETED", mode = EnumSource.Mode.EXCLUDE)
    void a_stage_is_recognised_by_what_is_stored_of_it(JobStage stage) {
        assertThat(JobStage.of(row(stage))).isEqualTo(stage);
    }

    @ParameterizedTest
    @EnumSource(JobStage.class)
    void a_job_can_be_edited_and_resumed_as_its_stage_shows(JobStage stage) { // P58, P63
        if (stage != JobStage.DELETED) {
            assertThat(stage.after(JobMove.RESUME, WorkGoingOn.NONE) instanceof Becomes)
                    .isEqualTo(stage.isResumable());
            assertThat(stage.after(JobMove.SAVE_AS_RECURRING, WorkGoingOn.NONE) instanceof Becomes)
                    .isEqualTo(stage.isEditable());
        }
    }

    @Test
    void a_refusal_names_the_job_and_what_is_in_the_way() {
        var job = new JobId(new UUID(0, 7));

        assertThatThrownBy(() -> Refused.RUN_IN_PROGRESS.orRefuse(job, "run 42"))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.type()).isEqualTo("run-in-progress"))
                .hasMessageContaining(job.toString())
                .hasMessageContaining("run 42");
    }

    private static JobRow row(JobStage stage) {
        return new JobRow(
                new UUID(0, 1),
                1,
                "CONTACT_HISTORY",
                "CONTACT",
                "{}",
                stage.state(),
                null,
                stage.isOneTime(),
                stage.isSubmitted(),
                null,
                null,
                null,
                null,
                "ann",
                START,
                START);
    }

    private static String inWords(MoveOutcome outcome) {
        return outcome instanceof Becomes becomes ? becomes.stage().name() : ((Refused) outcome).problem();
    }
}
