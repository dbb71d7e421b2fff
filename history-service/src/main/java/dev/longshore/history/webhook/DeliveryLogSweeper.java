package dev.longshore.history.webhook;

import dev.longshore.platform.time.Micros;
import java.time.Duration;
import java.time.InstantSource;

/** Removes what is too old from the log of deliveries. */
final class DeliveryLogSweeper {
    private static final int BATCH = 1_000;

    private final DeliveryLedger ledger;
    private final InstantSource clock;
    private final Duration retention;

    DeliveryLogSweeper(DeliveryLedger ledger, InstantSource clock, Duration retention) {
        this.ledger = ledger;
        this.clock = clock;
        this.retention = retention;
    }

    /** @return whether there may be more to remove */
    boolean sweep() {
        return ledger.deleteEndedBefore(Micros.now(clock).minus(retention), BATCH) == BATCH;
    }
}
