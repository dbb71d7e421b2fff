package dev.longshore.console.user;

import dev.longshore.platform.web.PreconditionRequiredException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code If-Match} header of a change: entity tags of versions, or {@code *}. Weak tags never match (RFC 9110). */
record UserMatch(List<String> tags) {
    /** @throws PreconditionRequiredException when there is no header */
    static UserMatch of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new PreconditionRequiredException("Send the ETag that you got with the user as If-Match");
        }
        return new UserMatch(
                Arrays.stream(header.split(",", -1)).map(String::strip).toList());
    }

    static String tagOf(long version) {
        return "\"%d\"".formatted(version);
    }

    boolean accepts(long version) {
        return tags.contains("*") || tags.contains(tagOf(version));
    }
}
