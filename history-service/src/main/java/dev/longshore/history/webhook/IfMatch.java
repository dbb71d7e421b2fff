package dev.longshore.history.webhook;

import dev.longshore.platform.web.PreconditionFailedException;
import dev.longshore.platform.web.PreconditionRequiredException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code If-Match} header of a change: entity tags of the versions that it may be applied to, or {@code *}. */
record IfMatch(List<String> tags) {
    private static final String ANY = "*";

    /** @throws PreconditionRequiredException when there is no header */
    static IfMatch of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new PreconditionRequiredException("Send the ETag that you got with the webhook as If-Match");
        }
        return new IfMatch(
                Arrays.stream(header.split(",", -1)).map(String::strip).toList());
    }

    /** @throws PreconditionFailedException when none of the tags is this one */
    void require(String tag) {
        if (!tags.contains(ANY) && !tags.contains(tag)) {
            throw new PreconditionFailedException(
                    "The webhook was changed meanwhile: it is version %s now. Get it again and repeat your change."
                            .formatted(tag));
        }
    }
}
