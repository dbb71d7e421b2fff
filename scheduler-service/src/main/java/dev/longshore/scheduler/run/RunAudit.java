package dev.longshore.scheduler.run;

import dev.longshore.platform.audit.AuditEntry;
import dev.longshore.scheduler.settings.JobSettings;
import dev.longshore.scheduler.window.Window;
import java.util.Optional;
import java.util.UUID;

/** What the audit log says of acts on runs. */
public final class RunAudit {
    private RunAudit() {}

    /** A run that somebody asked for by hand. */
    public static AuditEntry requested(RunRequest request) {
        Window window = request.window();
        return of("RUN_REQUESTED", request.id().value(), request.job().value(), request.settings())
                .with("window.from", window.start().orElse(null))
                .with("window.to", window.end().orElse(null));
    }

    /** A run that repeats another one. */
    static AuditEntry retried(RunRequest request) {
        Optional<RunId> retryOf = request.retryOf();
        return of("RUN_RETRIED", request.id().value(), request.job().value(), request.settings())
                .with("retryOf", retryOf.orElse(null));
    }

    /** A run that somebody stopped. */
    static AuditEntry cancelled(RunDao.RunRow run, JobSettings settings) {
        return of("RUN_CANCELLED", run.runId(), run.jobId(), settings);
    }

    private static AuditEntry of(String action, UUID runId, UUID jobId, JobSettings settings) {
        return AuditEntry.of(action, "RUN", runId)
                .named(settings.title())
                .about(settings.source())
                .with("jobId", jobId);
    }
}
