package dev.longshore.history.artifact;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param ids artifacts to delete, 1 to 100 */
record DeletionRequest(@Nullable List<UUID> ids) {}
