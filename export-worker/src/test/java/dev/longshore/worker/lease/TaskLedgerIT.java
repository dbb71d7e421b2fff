package dev.longshore.worker.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.events.ExportCompleted;
import dev.longshore.events.RunEvent;
import dev.longshore.events.RunEventKind;
import dev.longshore.events.TaskReady;
import dev.longshore.testing.PostgresExtension;
import dev.longshore.worker.failure.Failure;
import dev.longshore.worker.failure.FailureKind;
import dev.longshore.worker.lease.ClaimOutcome.Claimed;
import dev.longshore.worker.lease.ClaimOutcome.Taken;
import dev.longshore.worker.run.RunId;
import dev.longshore.worker.run.RunState;
import dev.longshore.worker.task.Lease;
import dev.longshore.worker.task.TaskId;
import dev.longshore.worker.task.TaskKind;
import dev.longshore.worker.task.TaskRow;
import dev.longshore.worker.task.TaskState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

class TaskLedgerIT {
    private static final long LEASE_MILLIS = 30_000;
    private static final long UNTAKEN_MILLIS = 3_000;
    private static final Failure OUTAGE = new Failure(FailureKind.SOURCE_UNAVAILABLE, "the source is away");

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static LedgerContext context;

    private RunId run = LedgerContext.runOf("none");
    private TaskId task = TaskId.of(run, TaskKind.EXPORT, 1);

    @BeforeAll
    static void start() {
        context = new LedgerContext(postgres);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @BeforeEach
    void aFreeTask(TestInfo test) {
        postgres.execute("DELETE FROM worker.task", "DELETE FROM worker.run");
        run = LedgerContext.runOf(test.getDisplayName());
        task = context.aFreeTask(test.getDisplayName(), TaskKind.EXPORT);
        context.outbox().clear();
    }

    @Test
    void a_free_task_is_granted_to_the_first_who_asks() {
        Lease lease = claim("a");

        assertThat(lease.epoch()).isEqualTo(1);
        assertThat(lease.attempt()).isEqualTo(1);
        assertThat(ledger().claim(run, task, "b")).isInstanceOf(Taken.class);
        assertThat(kinds()).containsExactly(RunEventKind.TASK_STARTED);
    }

    @Test
    void a_task_of_an_unknown_run_is_nobodys() {
        assertThat(ledger().claim(LedgerContext.runOf("unknown"), task, "a")).isInstanceOf(Taken.class);
    }

    @Test
    void an_expired_lease_is_granted_again_with_a_higher_epoch_and_the_first_holder_has_lost() {
        Lease first = claim("a");
        context.pass(LEASE_MILLIS + 1_000);

        Lease second = claim("b");

        assertThat(second.epoch()).isEqualTo(first.epoch() + 1);
        assertThat(ledger().renew(first)).isFalse();
        assertThat(ledger().renew(second)).isTrue();
        assertThat(context.tasks().markDone(task.value(), first.epoch())).isFalse();
        assertThat(context.tasks().markDone(task.value(), second.epoch())).isTrue();
    }

    @Test
    void a_renewed_lease_does_not_expire() {
        Lease lease = claim("a");
        context.pass(LEASE_MILLIS - 5_000);
        assertThat(ledger().renew(lease)).isTrue();
        context.pass(LEASE_MILLIS - 5_000);

        assertThat(ledger().claim(run, task, "b")).isInstanceOf(Taken.class);
        assertThat(ledger().findExpired(10)).isEmpty();
    }

    @Test
    void the_sweeper_frees_the_task_of_a_lost_worker_once() {
        Lease lease = claim("a");
        context.pass(LEASE_MILLIS + 1_000);
        context.outbox().clear();

        sweeper().sweep();
        sweeper().sweep();

        assertThat(row().state()).isEqualTo(TaskState.READY);
        assertThat(context.outbox().payloads(TaskReady.class)).hasSize(1);
        RunEvent told = context.outbox().payloads(RunEvent.class).get(0);
        assertThat(told.getTaskFailed().getFailure().getKind()).isEqualTo("WORKER_LOST");
        assertThat(told.getTaskFailed().getEpoch()).isEqualTo(lease.epoch());
    }

    @Test
    void two_sweepers_that_see_the_same_expired_lease_move_it_once() {
        claim("a");
        context.pass(LEASE_MILLIS + 1_000);
        TaskRow seen = ledger().findExpired(10).get(0);

        assertThat(ledger().reclaim(seen)).isTrue();
        assertThat(ledger().reclaim(seen)).isFalse();
    }

    @Test
    void a_task_that_loses_its_worker_five_times_fails_the_run() {
        for (int i = 0; i < 5; i++) {
            claim("worker-" + i);
            context.pass(LEASE_MILLIS + 1_000);
            if (i < 4) {
                sweeper().sweep();
            }
        }
        assertThat(ledger().claim(run, task, "b")).as("out of attempts").isInstanceOf(Taken.class);

        sweeper().sweep();

        assertThat(row().state()).isEqualTo(TaskState.FAILED);
        assertThat(context.runs().find(run.value()).orElseThrow().state()).isEqualTo(RunState.FAILED);
        ExportCompleted outcome =
                context.outbox().payloads(ExportCompleted.class).get(0);
        assertThat(outcome.getFailure().getKind()).isEqualTo("WORKER_LOST");
        assertThat(outcome.getFailure().getMessage()).contains("worker-4");
    }

    @Test
    void a_sealed_run_never_fails_however_often_its_publishing_does() {
        postgres.execute("UPDATE worker.run SET state = 'COMMITTING', folder = 'f', manifest = ''");
        for (int i = 0; i < 7; i++) {
            ledger().fail(claim("worker-" + i), new Failure(FailureKind.DEFECT, "as scripted"));
            assertThat(row().state()).isEqualTo(TaskState.WAITING);
            context.pass(3_600_000);
            sweeper().sweep();
        }
        claim("lost");
        context.pass(LEASE_MILLIS + 1_000);
        sweeper().sweep();

        assertThat(row().state()).isEqualTo(TaskState.READY);
        assertThat(context.runs().find(run.value()).orElseThrow().state()).isEqualTo(RunState.COMMITTING);
        assertThat(context.outbox().payloads(ExportCompleted.class)).isEmpty();
    }

    @Test
    void a_failed_attempt_waits_for_its_back_off_and_is_free_again() {
        ledger().fail(claim("a"), OUTAGE);

        assertThat(row().state()).isEqualTo(TaskState.WAITING);
        assertThat(ledger().claim(run, task, "b")).isInstanceOf(Taken.class);
        sweeper().sweep();
        assertThat(row().state()).as("too early").isEqualTo(TaskState.WAITING);

        context.pass(1_000);
        context.outbox().clear();
        sweeper().sweep();

        assertThat(row().state()).isEqualTo(TaskState.READY);
        assertThat(context.outbox().payloads(TaskReady.class).get(0).getAttempt())
                .isEqualTo(2);
        assertThat(claim("b").attempt()).isEqualTo(2);
    }

    @Test
    void a_failure_that_no_retry_helps_ends_the_run_and_its_other_tasks() {
        Lease lease = claim("a");
        context.tasks().insert(TaskId.of(run, TaskKind.EXPORT, 2).value(), run.value(), TaskKind.EXPORT, 2);

        ledger().fail(lease, new Failure(FailureKind.SOURCE_REJECTED_REQUEST, "no such view"));

        assertThat(row().state()).isEqualTo(TaskState.FAILED);
        assertThat(context.tasks()
                        .find(TaskId.of(run, TaskKind.EXPORT, 2).value())
                        .orElseThrow()
                        .state())
                .isEqualTo(TaskState.CANCELLED);
        assertThat(kinds()).contains(RunEventKind.TASK_FAILED, RunEventKind.RUN_FAILED);
    }

    @Test
    void a_failure_told_by_a_holder_that_lost_the_task_changes_nothing() {
        Lease first = claim("a");
        context.pass(LEASE_MILLIS + 1_000);
        claim("b");
        context.outbox().clear();

        ledger().fail(first, new Failure(FailureKind.DEFECT, "too late"));
        ledger().giveBack(first);

        assertThat(row().state()).isEqualTo(TaskState.RUNNING);
        assertThat(context.outbox().messages()).isEmpty();
    }

    @Test
    void a_task_that_is_handed_back_is_free_at_once_and_the_attempt_does_not_count() {
        ledger().giveBack(claim("a"));

        Lease again = claim("b");

        assertThat(again.epoch()).isEqualTo(2);
        assertThat(again.attempt()).isEqualTo(1);
    }

    @Test
    void an_untaken_task_is_told_of_again_but_only_while_a_slot_is_free() {
        context.pass(UNTAKEN_MILLIS + 1_000);

        new TaskSweeper(ledger(), () -> false, new SimpleMeterRegistry()).sweep();
        assertThat(context.outbox().messages()).as("all workers are busy").isEmpty();

        sweeper().sweep();
        sweeper().sweep();
        assertThat(context.outbox().payloads(TaskReady.class))
                .as("once in three seconds")
                .hasSize(1);
    }

    @Test
    void a_cancelled_task_is_nobodys_any_more() {
        Lease lease = claim("a");

        context.tasks().cancelOpen(run.value());

        assertThat(ledger().renew(lease)).isFalse();
        assertThat(ledger().claim(run, task, "b")).isInstanceOf(Taken.class);
        context.pass(LEASE_MILLIS * 2);
        assertThat(ledger().findExpired(10)).isEmpty();
    }

    private TaskLedger ledger() {
        return context.ledger();
    }

    private TaskSweeper sweeper() {
        return new TaskSweeper(ledger(), () -> true, new SimpleMeterRegistry());
    }

    private Lease claim(String worker) {
        ClaimOutcome outcome = ledger().claim(run, task, worker);
        assertThat(outcome).isInstanceOf(Claimed.class);
        return ((Claimed) outcome).lease();
    }

    private TaskRow row() {
        return context.tasks().find(task.value()).orElseThrow();
    }

    private List<RunEventKind> kinds() {
        return context.outbox().payloads(RunEvent.class).stream()
                .map(RunEvent::getKind)
                .toList();
    }
}
