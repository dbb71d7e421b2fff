package dev.longshore.history.ingest;

import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * While the read model is rebuilt, writes what happens into its shadow as well, in the same transaction: so a rebuild has
 * to replay only what was there when it began. A shadow that cannot take a fact ends the rebuild and harms nothing else.
 */
@Component
class ShadowMirror {
    private static final Logger log = LoggerFactory.getLogger(ShadowMirror.class);
    private static final String TRANSACTION_ROLLBACK = "40";

    private final ShadowDao shadow;
    private final ShadowProjector projector;

    ShadowMirror(ShadowDao shadow, ShadowProjector projector) {
        this.shadow = shadow;
        this.projector = projector;
    }

    /** @param fact what was written to the read model by this transaction just now */
    void mirror(Runnable fact) {
        if (!shadow.isBeingBuilt()) {
            return;
        }
        try {
            projector.apply(fact);
        } catch (RuntimeException e) {
            if (isRolledBackByServer(e)) {
                throw e;
            }
            log.warn("The shadow of the read model could not take a fact; its rebuild ends", e);
            shadow.markFailed("A fact that came meanwhile could not be written: " + e);
        }
    }

    /** Deadlocks: the message comes again. */
    private static boolean isRolledBackByServer(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().startsWith(TRANSACTION_ROLLBACK)) {
                return true;
            }
        }
        return false;
    }
}
