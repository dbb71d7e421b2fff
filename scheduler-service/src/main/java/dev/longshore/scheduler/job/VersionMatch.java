package dev.longshore.scheduler.job;

import dev.longshore.platform.web.PreconditionRequiredException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The {@code If-Match} header of a change: entity tags of the versions that it may be applied to, or {@code *}. Weak
 * tags never match (RFC 9110, 13.1.1).
 */
record VersionMatch(Set<String> tags) {
    private static final String ANY = "*";

    /** @throws PreconditionRequiredException when there is no header */
    static VersionMatch of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new PreconditionRequiredException("Send the ETag that you got with the job as If-Match");
        }
        return new VersionMatch(
                Arrays.stream(header.split(",", -1)).map(String::strip).collect(Collectors.toUnmodifiableSet()));
    }

    static String tagOf(int version) {
        return "\"%d\"".formatted(version);
    }

    boolean accepts(int version) {
        return tags.contains(ANY) || tags.contains(tagOf(version));
    }
}
