package dev.longshore.history.artifact;

import dev.longshore.platform.audit.AuditEntry;
import dev.longshore.platform.audit.AuditTrail;
import dev.longshore.platform.security.AllowedSources;
import dev.longshore.platform.time.Micros;
import dev.longshore.platform.web.NotFoundException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Artifacts as users see them: published, not deleted, not expired. */
@Component
class ArtifactService {
    private static final Logger log = LoggerFactory.getLogger(ArtifactService.class);

    private final ArtifactDao artifacts;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    ArtifactService(ArtifactDao artifacts, AuditTrail audit, InstantSource clock, ApplicationEventPublisher events) {
        this.artifacts = artifacts;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public ArtifactListView list(
            ArtifactFilter filter, ArtifactOrder order, @Nullable ArtifactCursor cursor, int limit) {
        Instant now = Micros.now(clock);
        List<ArtifactRow> rows = artifacts.findPage(
                filter,
                now,
                cursor != null,
                cursor == null ? null : cursor.position(),
                cursor == null ? null : cursor.artifactId(),
                limit + 1,
                order.sort().column().expression(),
                order.sort().column().sqlType(),
                order.direction().beyond(),
                order.direction().keyword());
        boolean more = rows.size() > limit;
        List<ArtifactRow> page = more ? rows.subList(0, limit) : rows;
        return new ArtifactListView(
                page.stream().map(row -> ArtifactView.of(row, now)).toList(),
                more ? ArtifactCursor.after(page.get(limit - 1), order).encode() : null);
    }

    @Transactional(readOnly = true)
    public ArtifactRow require(UUID artifactId) {
        return artifacts
                .findArtifact(artifactId, Micros.now(clock))
                .orElseThrow(() ->
                        new NotFoundException("There is no artifact %s: never made, deleted, or its retention is over"
                                .formatted(artifactId)));
    }

    /** Those of the artifacts that the caller can download now, in no order. */
    @Transactional(readOnly = true)
    public List<ArtifactRow> find(List<UUID> artifactIds) {
        AllowedSources allowed = AllowedSources.ofCaller();
        return artifacts.findArtifacts(artifactIds.toArray(UUID[]::new), Micros.now(clock)).stream()
                .filter(artifact -> allowed.permit(artifact.source()))
                .toList();
    }

    /**
     * Deletes those of the artifacts that exist; from the commit on they can no longer be downloaded. The answer has a
     * result for each, in the order of the ids.
     *
     * @param artifactIds without repetitions
     */
    @Transactional
    public DeletionView delete(List<UUID> artifactIds, String user) {
        Instant now = Micros.now(clock);
        Set<UUID> deleted = new HashSet<>();
        // Sorted, so that two deletions of the same artifacts cannot wait for each other.
        for (UUID id : artifactIds.stream().sorted().toList()) {
            artifacts
                    .findArtifact(id, now)
                    .filter(artifact -> AllowedSources.ofCaller().permit(artifact.source()))
                    .filter(artifact -> artifacts.markDeleted(id, now))
                    .ifPresent(artifact -> {
                        artifacts.insertDeleted(id, now, user);
                        audit.record(deleted(artifact), now);
                        deleted.add(id);
                    });
        }
        if (!deleted.isEmpty()) {
            log.info("Artifacts deleted: count={} user={} artifacts={}", deleted.size(), user, deleted);
            events.publishEvent(new ArtifactsDeletedEvent(deleted.size()));
        }
        return DeletionView.of(artifactIds, deleted);
    }

    private static AuditEntry deleted(ArtifactRow artifact) {
        return AuditEntry.of("ARTIFACT_DELETED", "ARTIFACT", artifact.artifactId())
                .named(artifact.name())
                .about(artifact.source())
                .with("jobId", artifact.jobId())
                .with("runId", artifact.runId());
    }

    /**
     * Which artifacts a list holds; null admits all.
     *
     * @param q part of the name, in any case
     * @param createdFrom published at or after
     * @param createdTo published before
     */
    public record ArtifactFilter(
            @Nullable UUID runId,
            @Nullable UUID jobId,
            @Nullable String source,
            @Nullable String type,
            @Nullable String q,
            @Nullable Instant createdFrom,
            @Nullable Instant createdTo) {
        /** Sources that the caller of this moment may see; null for all. */
        public String @Nullable [] allowedSources() {
            return AllowedSources.ofCaller().orNull();
        }
    }
}
