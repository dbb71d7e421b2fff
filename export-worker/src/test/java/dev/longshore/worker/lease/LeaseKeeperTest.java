package dev.longshore.worker.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.platform.time.Ids;
import dev.longshore.worker.run.RunId;
import dev.longshore.worker.task.Lease;
import dev.longshore.worker.task.TaskId;
import dev.longshore.worker.task.TaskKind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeaseKeeperTest {
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Set<Lease> lost = new HashSet<>();
    private boolean databaseAway;
    private long nanos;
    private final LeaseKeeper keeper =
            new LeaseKeeper(this::renew, new LeaseTerms(LEASE, 5, Duration.ofSeconds(3)), () -> nanos, meters);

    @Test
    void a_lease_that_is_renewed_is_kept_for_as_long_as_the_work_takes() {
        HeldLease held = keeper.hold(lease(1), keeper.nanos());

        for (int i = 0; i < 100; i++) {
            advance(Duration.ofSeconds(10));
            keeper.renewAll();
            keeper.watch();
        }

        assertThat(held.stop().isStopped()).isFalse();
    }

    @Test
    void a_lease_that_cannot_be_renewed_is_given_up_after_two_thirds_of_its_time() {
        HeldLease held = keeper.hold(lease(1), keeper.nanos());
        databaseAway = true;

        advance(Duration.ofSeconds(20));
        keeper.watch();
        assertThat(held.stop().isStopped()).as("at two thirds").isFalse();

        advance(Duration.ofMillis(1));
        keeper.watch();
        assertThat(held.stop().isStopped()).as("past two thirds").isTrue();
        assertThat(held.isLost()).isTrue();
        assertThat(meters.counter("longshore.worker.leases.lost").count()).isEqualTo(1);
    }

    @Test
    void a_renewal_counts_from_when_it_was_asked_for() {
        HeldLease held = keeper.hold(lease(1), keeper.nanos());
        advance(Duration.ofSeconds(10));
        keeper.renewAll();

        advance(Duration.ofSeconds(20));
        keeper.watch();
        assertThat(held.isLost()).isFalse();

        advance(Duration.ofNanos(1));
        keeper.watch();
        assertThat(held.isLost()).isTrue();
    }

    @Test
    void a_lease_that_another_worker_got_is_lost_at_the_next_renewal() {
        HeldLease mine = keeper.hold(lease(1), keeper.nanos());
        HeldLease gone = keeper.hold(lease(2), keeper.nanos());
        lost.add(gone.lease());

        keeper.renewAll();

        assertThat(gone.isLost()).isTrue();
        assertThat(mine.isLost()).isFalse();
    }

    @Test
    void an_outage_while_renewing_is_told_and_the_other_leases_are_tried_all_the_same() {
        keeper.hold(lease(1), keeper.nanos());
        databaseAway = true;

        assertThatThrownBy(keeper::renewAll).isInstanceOf(IllegalStateException.class);

        databaseAway = false;
        advance(Duration.ofSeconds(19));
        keeper.renewAll();
        advance(Duration.ofSeconds(19));
        keeper.watch();
        assertThat(meters.counter("longshore.worker.leases.lost").count()).isZero();
    }

    @Test
    void stopping_ends_the_work_without_calling_the_lease_lost() {
        HeldLease held = keeper.hold(lease(1), keeper.nanos());

        keeper.stopAll();

        assertThat(held.stop().isStopped()).isTrue();
        assertThat(held.isLost()).isFalse();
    }

    @Test
    void a_dropped_lease_is_no_longer_renewed_or_lost() {
        HeldLease held = keeper.hold(lease(1), keeper.nanos());
        keeper.drop(held);

        advance(LEASE);
        keeper.watch();

        assertThat(held.isLost()).isFalse();
    }

    private boolean renew(Lease lease) {
        if (databaseAway) {
            throw new IllegalStateException("database away");
        }
        return !lost.contains(lease);
    }

    private void advance(Duration time) {
        nanos += time.toNanos();
    }

    private static Lease lease(int number) {
        RunId run = new RunId(Ids.nameBased("run"));
        return new Lease(
                TaskId.of(run, TaskKind.EXPORT, number),
                run,
                TaskKind.EXPORT,
                number,
                1,
                1,
                "worker",
                Instant.parse("2026-11-23T10:00:00Z"));
    }
}
