package dev.longshore.history.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longshore.platform.web.InvalidRequestException;
import java.util.Base64;
import java.util.UUID;

/**
 * The last artifact of a page; the next page begins beyond it. Artifacts that appear meanwhile move nothing.
 *
 * @param position value of the sort's expression, as text
 */
record ArtifactCursor(ArtifactOrder order, String position, UUID artifactId) {
    private static final String SEPARATOR = " ";
    private static final int PARTS = 3;

    static ArtifactCursor after(ArtifactRow last, ArtifactOrder order) {
        return new ArtifactCursor(order, order.sort().positionOf(last), last.artifactId());
    }

    /** Text for the API; callers must not read anything into it. */
    String encode() {
        String text = String.join(SEPARATOR, order.text(), artifactId.toString(), position);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    /** @param order order of the list that the cursor is used for: it must be the one that it was made for */
    static ArtifactCursor decode(String cursor, ArtifactOrder order) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split(SEPARATOR, PARTS);
            if (parts.length == PARTS
                    && parts[0].equals(order.text())
                    && order.sort().column().isPosition(parts[2])) {
                return new ArtifactCursor(order, parts[2], UUID.fromString(parts[1]));
            }
        } catch (IllegalArgumentException e) {
            throw refused(cursor);
        }
        throw refused(cursor);
    }

    private static InvalidRequestException refused(String cursor) {
        return InvalidRequestException.of(
                "cursor", cursor, "must be the nextCursor of a page of artifacts with the same sort");
    }
}
