package dev.longshore.history.retention;

import dev.longshore.history.artifact.ArtifactsDeletedEvent;
import dev.longshore.platform.audit.AuditActor;
import dev.longshore.platform.audit.AuditEntry;
import dev.longshore.platform.audit.AuditTrail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends artifacts whose time is over. History keeps their runs. That an artifact ended is stored before its file is
 * removed, by what removes the files of deleted artifacts: a crash in between loses nothing.
 */
class RetentionService {
    static final String BY = "retention";

    private static final Logger log = LoggerFactory.getLogger(RetentionService.class);
    private static final int BATCH = 200;

    private final RetentionDao dao;
    private final RetentionPublisher publisher;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Duration warning;

    RetentionService(
            RetentionDao dao,
            RetentionPublisher publisher,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Duration warning) {
        this.dao = dao;
        this.publisher = publisher;
        this.audit = audit;
        this.events = events;
        this.warning = warning;
    }

    /** @return whether there may be more */
    @Transactional
    public boolean expire(Instant now) {
        int expired = dao.markExpired(now, BY, BATCH);
        if (expired > 0) {
            audit.record(
                    AuditActor.SYSTEM,
                    AuditEntry.of("ARTIFACTS_EXPIRED", "RETENTION", now).with("artifacts", expired),
                    now);
            log.info("Artifacts expired: count={}", expired);
            events.publishEvent(new ArtifactsDeletedEvent(expired));
        }
        return expired == BATCH;
    }

    /**
     * Tells systems downstream of artifacts that are soon removed: once for each run, whatever restarts.
     *
     * @return whether there may be more
     */
    @Transactional
    public boolean warn(Instant now) {
        List<ExpiringRunRow> runs = dao.findToWarn(now, warning, BATCH);
        for (ExpiringRunRow run : runs) {
            if (dao.insertIfFirst(run.runId(), now, run.expiresAt())) {
                publisher.expiring(run, now);
                log.info("Artifacts expire soon: run={} files={} at={}", run.runId(), run.files(), run.expiresAt());
            }
        }
        return runs.size() == BATCH;
    }
}
