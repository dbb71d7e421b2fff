package dev.longshore.history.artifact;

import dev.longshore.platform.audit.AuditEntry;
import dev.longshore.platform.audit.AuditTrail;
import dev.longshore.platform.time.Ids;
import dev.longshore.platform.time.Micros;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.annotation.Transactional;

/**
 * Downloads that are under way. Each holds a lease on its artifacts, so that no sweep of any instance removes a file
 * that somebody is reading; a process that dies leaves leases that end by themselves. That a download began, the lease
 * and the record in the audit log commit together.
 */
class DownloadLedger {
    /** How long a lease lasts, and how often a download that makes progress renews it. */
    static final Duration LEASE = Duration.ofMinutes(3);

    static final Duration RENEWAL = Duration.ofMinutes(1);

    private static final Logger log = LoggerFactory.getLogger(DownloadLedger.class);

    private final ArtifactDao artifacts;
    private final DownloadLeaseDao leases;
    private final AuditTrail audit;
    private final InstantSource clock;

    DownloadLedger(ArtifactDao artifacts, DownloadLeaseDao leases, AuditTrail audit, InstantSource clock) {
        this.artifacts = artifacts;
        this.leases = leases;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of the wish to download. */
    sealed interface Outcome {
        /**
         * The download may begin.
         *
         * @param id of the download, for its lease
         * @param artifacts in the order that was asked for
         */
        record Begun(UUID id, List<ArtifactRow> artifacts) implements Outcome {}

        /** Nothing was begun: these ids name no artifact, or one that is deleted or expired. */
        record Missing(List<UUID> artifactIds) implements Outcome {}
    }

    /**
     * Begins a download of all these artifacts, or of none.
     *
     * @param artifactIds without repetitions
     * @param part what of them is asked for, in words, for the audit log
     */
    @Transactional
    public Outcome begin(List<UUID> artifactIds, String part, String user) {
        Instant now = Micros.now(clock);
        Map<UUID, ArtifactRow> held = artifacts.holdArtifacts(artifactIds.toArray(UUID[]::new), now).stream()
                .collect(
                        Collectors.toMap(ArtifactRow::artifactId, row -> row, (one, other) -> one, LinkedHashMap::new));
        List<UUID> missing =
                artifactIds.stream().filter(id -> !held.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            return new Outcome.Missing(missing);
        }
        UUID downloadId = Ids.timeOrdered(now);
        leases.insert(downloadId, artifactIds, LEASE.toSeconds());
        List<ArtifactRow> begun = artifactIds.stream()
                .flatMap(id -> Stream.ofNullable(held.get(id)))
                .toList();
        begun.forEach(artifact -> audit.record(downloaded(artifact, part), now));
        log.info("Download begun: download={} artifacts={} part={} user={}", downloadId, artifactIds, part, user);
        return new Outcome.Begun(downloadId, begun);
    }

    private static AuditEntry downloaded(ArtifactRow artifact, String part) {
        return AuditEntry.of("ARTIFACT_DOWNLOADED", "ARTIFACT", artifact.artifactId())
                .named(artifact.name())
                .about(artifact.source())
                .with("jobId", artifact.jobId())
                .with("runId", artifact.runId())
                .with("part", part);
    }

    /** Keeps the files of a download for another while. */
    public void renew(UUID downloadId) {
        if (leases.renew(downloadId, LEASE.toSeconds()) == 0) {
            log.warn("The lease of a download had ended: download={}", downloadId);
        }
    }

    /** The download is over, however it ended. Repeating it is harmless. */
    public void end(UUID downloadId) {
        leases.delete(downloadId);
    }
}
