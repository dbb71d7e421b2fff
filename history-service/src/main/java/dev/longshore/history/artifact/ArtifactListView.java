package dev.longshore.history.artifact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of artifacts.
 *
 * @param items newest first
 * @param nextCursor where the next page begins; null on the last page
 */
record ArtifactListView(List<ArtifactView> items, @Nullable String nextCursor) {}
