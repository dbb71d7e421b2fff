package dev.longshore.console.testing;

import dev.longshore.platform.audit.AuditActor;
import dev.longshore.platform.audit.AuditEntry;
import dev.longshore.platform.audit.AuditTrail;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps what is recorded, in words; like the real one it insists on a transaction. */
public final class RecordingTrail implements AuditTrail {
    private final List<String> records = new CopyOnWriteArrayList<>();

    @Override
    public void record(AuditEntry entry, Instant at) {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        note(caller == null ? "system" : caller.getName(), entry);
    }

    @Override
    public void record(AuditActor actor, AuditEntry entry, Instant at) {
        note(actor.name() + " from " + actor.address(), entry);
    }

    private void note(String actor, AuditEntry entry) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("recorded outside of a transaction: " + entry);
        }
        StringBuilder record = new StringBuilder(
                "%s: %s %s %s".formatted(actor, entry.action(), entry.subjectKind(), entry.subjectId()));
        entry.changes()
                .forEach(change -> record.append(" %s %s -> %s".formatted(change.field(), change.from(), change.to())));
        records.add(record.toString());
    }

    /** What was recorded since the last time this was asked. */
    public List<String> taken() {
        List<String> taken = List.copyOf(records);
        records.clear();
        return taken;
    }
}
