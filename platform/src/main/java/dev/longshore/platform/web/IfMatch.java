package dev.longshore.platform.web;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The {@code If-Match} header of a change: entity tags of the versions that it may be applied to, or {@code *}. Weak
 * tags never match (RFC 9110, 13.1.1).
 */
public record IfMatch(Set<String> tags) {
    private static final String ANY = "*";

    public IfMatch {
        tags = Set.copyOf(tags);
    }

    /**
     * @param header null when there is none
     * @param changed what is changed, for the caller: {@code job}
     * @throws PreconditionRequiredException when there is no header
     */
    public static IfMatch of(@Nullable String header, String changed) {
        if (header == null || header.isBlank()) {
            throw new PreconditionRequiredException(
                    "Send the ETag that you got with the %s as If-Match".formatted(changed));
        }
        return new IfMatch(
                Arrays.stream(header.split(",", -1)).map(String::strip).collect(Collectors.toSet()));
    }

    /** The entity tag of a version. */
    public static String tagOf(long version) {
        return "\"%d\"".formatted(version);
    }

    /** Whether the change may be applied to the version. */
    public boolean accepts(long version) {
        return tags.contains(ANY) || tags.contains(tagOf(version));
    }
}
