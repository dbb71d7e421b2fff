package dev.longshore.history.artifact;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What became of a deletion.
 *
 * @param deleted artifacts that cannot be downloaded any more; their files are removed at once, or when nobody is
 *     downloading them any more
 * @param missing ids that name no artifact, or not any more
 * @param results the same for each id, in the order that was asked for
 */
record DeletionView(List<UUID> deleted, List<UUID> missing, List<DeletedArtifactView> results) {
    /** What became of one artifact. */
    enum DeletionOutcomeView {
        DELETED,
        MISSING
    }

    /**
     * The result for one id.
     *
     * @param id as it was sent
     * @param outcome what became of it
     */
    record DeletedArtifactView(UUID id, DeletionOutcomeView outcome) {}

    static DeletionView of(List<UUID> asked, Set<UUID> deleted) {
        return new DeletionView(
                asked.stream().filter(deleted::contains).toList(),
                asked.stream().filter(id -> !deleted.contains(id)).toList(),
                asked.stream()
                        .map(id -> new DeletedArtifactView(
                                id, deleted.contains(id) ? DeletionOutcomeView.DELETED : DeletionOutcomeView.MISSING))
                        .toList());
    }
}
