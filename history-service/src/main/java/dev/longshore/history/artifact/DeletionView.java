package dev.longshore.history.artifact;

import java.util.List;
import java.util.UUID;

/**
 * What became of a deletion.
 *
 * @param deleted artifacts that cannot be downloaded any more; their files are removed at once
 * @param missing ids that name no artifact, or not any more
 */
record DeletionView(List<UUID> deleted, List<UUID> missing) {}
