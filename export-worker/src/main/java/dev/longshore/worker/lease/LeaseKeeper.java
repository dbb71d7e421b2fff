package dev.longshore.worker.lease;

import dev.longshore.worker.task.Lease;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the leases of this process alive and stops the work on those it cannot keep. Renewing and watching are steps of
 * two loops: a database that hangs must not keep the watch from stopping the work.
 *
 * <p>Time is measured by the monotonic clock from before each request, so a lease is never trusted for longer than the
 * database does, whatever happens to the wall clock.
 */
final class LeaseKeeper {
    private static final Logger log = LoggerFactory.getLogger(LeaseKeeper.class);

    private final Predicate<Lease> renewal;
    private final LeaseTerms terms;
    private final LongSupplier nanoClock;
    private final Counter lost;
    private final Set<HeldLease> held = ConcurrentHashMap.newKeySet();

    /**
     * @param renewal asks the database to renew; false when the lease is lost
     * @param nanoClock monotonic
     */
    LeaseKeeper(Predicate<Lease> renewal, LeaseTerms terms, LongSupplier nanoClock, MeterRegistry meters) {
        this.renewal = renewal;
        this.terms = terms;
        this.nanoClock = nanoClock;
        this.lost = meters.counter("longshore.worker.leases.lost");
    }

    /** Reads the clock that {@link #hold} wants to know from before the claim. */
    long nanos() {
        return nanoClock.getAsLong();
    }

    HeldLease hold(Lease lease, long askedNanos) {
        HeldLease kept = new HeldLease(lease, askedNanos);
        held.add(kept);
        return kept;
    }

    void drop(HeldLease lease) {
        held.remove(lease);
    }

    /** Renews every lease; one that cannot be renewed for now is tried again by the next step. */
    boolean renewAll() {
        RuntimeException failure = null;
        for (HeldLease lease : held) {
            long asked = nanoClock.getAsLong();
            try {
                if (renewal.test(lease.lease())) {
                    lease.renewed(asked);
                } else {
                    // Given to another worker, ended with its run, or finished a moment ago: the end of the work tells.
                    lease.lose();
                }
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return false;
    }

    /** Gives up leases that were not renewed for two thirds of their time. */
    boolean watch() {
        long now = nanoClock.getAsLong();
        for (HeldLease lease : held) {
            if (!lease.isLost() && lease.nanosSinceRenewal(now) > terms.trust().toNanos()) {
                lost.increment();
                lease.lose();
                log.warn("Lease could not be renewed in time, work on the task stops: {}", lease.lease());
            }
        }
        return false;
    }

    /** Stops the work on everything that is still held, without calling it lost. */
    void stopAll() {
        held.forEach(lease -> lease.stop().stop());
    }
}
