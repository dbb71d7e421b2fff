package dev.longshore.history.artifact;

import dev.longshore.history.access.HistoryAccess;
import dev.longshore.platform.security.AllowedSources;
import dev.longshore.platform.time.Micros;
import dev.longshore.platform.web.NotFoundException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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
    private final InstantSource clock;
    private final ApplicationEventPublisher events;
    private final HistoryAccess access;

    ArtifactService(
            ArtifactDao artifacts, InstantSource clock, ApplicationEventPublisher events, HistoryAccess access) {
        this.artifacts = artifacts;
        this.clock = clock;
        this.events = events;
        this.access = access;
    }

    @Transactional(readOnly = true)
    public ArtifactListView list(ArtifactFilter filter, @Nullable ArtifactCursor cursor, int limit) {
        Instant now = Micros.now(clock);
        List<ArtifactRow> rows = artifacts.findPage(
                filter,
                now,
                cursor != null,
                cursor == null ? null : cursor.publishedAt(),
                cursor == null ? null : cursor.artifactId(),
                limit + 1);
        boolean more = rows.size() > limit;
        List<ArtifactRow> page = more ? rows.subList(0, limit) : rows;
        return new ArtifactListView(
                page.stream().map(row -> ArtifactView.of(row, now)).toList(), more ? cursorAfter(page) : null);
    }

    @Transactional(readOnly = true)
    public ArtifactRow require(UUID artifactId) {
        return artifacts
                .findArtifact(artifactId, Micros.now(clock))
                .orElseThrow(() ->
                        new NotFoundException("There is no artifact %s: never made, deleted, or its retention is over"
                                .formatted(artifactId)));
    }

    /** Deletes those of the artifacts that exist; from the commit on they can no longer be downloaded. */
    @Transactional
    public DeletionView delete(List<UUID> artifactIds, String user) {
        Instant now = Micros.now(clock);
        List<UUID> deleted = new ArrayList<>();
        List<UUID> missing = new ArrayList<>();
        // Sorted, so that two deletions of the same artifacts cannot wait for each other.
        for (UUID id : artifactIds.stream().distinct().sorted().toList()) {
            if (access.permitsArtifact(id) && artifacts.markDeleted(id, now)) {
                artifacts.insertDeleted(id, now, user);
                deleted.add(id);
            } else {
                missing.add(id);
            }
        }
        if (!deleted.isEmpty()) {
            log.info("Artifacts deleted: count={} user={} artifacts={}", deleted.size(), user, deleted);
            events.publishEvent(new ArtifactsDeletedEvent(deleted.size()));
        }
        return new DeletionView(List.copyOf(deleted), List.copyOf(missing));
    }

    private static String cursorAfter(List<ArtifactRow> page) {
        ArtifactRow last = page.get(page.size() - 1);
        return new ArtifactCursor(last.publishedAt(), last.artifactId()).encode();
    }

    /** Which artifacts a list holds; null admits all. */
    public record ArtifactFilter(
            @Nullable UUID runId,
            @Nullable UUID jobId,
            @Nullable String type) {
        /** Sources that the caller of this moment may see; null for all. */
        public String @Nullable [] allowedSources() {
            return AllowedSources.ofCaller().orNull();
        }
    }
}
