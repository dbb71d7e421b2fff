package dev.longshore.history.artifact;

import dev.longshore.platform.web.InvalidRequestException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Artifacts that a caller chose. */
final class Selection {
    private static final int MOST = 100;

    private Selection() {}

    /**
     * The ids without repetitions.
     *
     * @throws InvalidRequestException unless there are 1 to 100 (P76)
     */
    static List<UUID> of(@Nullable List<UUID> ids) {
        if (ids == null || ids.isEmpty() || ids.size() > MOST || ids.stream().anyMatch(Objects::isNull)) {
            throw InvalidRequestException.of(
                    "ids", ids == null ? "null" : ids.size() + " ids", "must be 1 to %d ids".formatted(MOST));
        }
        return ids.stream().distinct().toList();
    }
}
