package dev.longshore.scheduler.run;

import dev.longshore.scheduler.testing.SchedulerInstance;
import java.time.Instant;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells a scheduler what workers would tell it, without a broker between. */
public final class RunNews {
    private final RunNewsLedger ledger;
    private final TransactionTemplate transaction;

    public RunNews(SchedulerInstance instance) {
        this.ledger = instance.bean(RunNewsLedger.class);
        this.transaction = instance.bean(TransactionTemplate.class);
    }

    /** Whether a run in one state may get into another; {@code RunStateTest} says which may. */
    public static boolean isLegal(RunState before, RunState after) {
        return before.canBecome(after);
    }

    /** A run has got so far. */
    public void reached(RunId run, RunState state, Instant at) {
        var kind = state == RunState.FAILED ? Optional.of("SOURCE_UNAVAILABLE") : Optional.<String>empty();
        transaction.executeWithoutResult(status -> ledger.reached(run, state, at, kind));
    }
}
