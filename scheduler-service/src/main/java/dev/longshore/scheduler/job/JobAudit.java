package dev.longshore.scheduler.job;

import dev.longshore.platform.audit.AuditEntry;
import dev.longshore.scheduler.settings.JobId;
import dev.longshore.scheduler.settings.JobSettings;

/** What the audit log says of acts on jobs. */
final class JobAudit {
    private JobAudit() {}

    /** An act on a job that has these settings now. */
    static AuditEntry of(String action, JobId job, JobSettings settings) {
        return AuditEntry.of(action, "JOB", job).named(settings.title()).about(settings.source());
    }
}
