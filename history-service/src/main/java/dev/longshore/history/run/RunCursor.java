package dev.longshore.history.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.longshore.history.request.SortColumn;
import dev.longshore.history.request.SortDirection;
import dev.longshore.platform.web.InvalidRequestException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * The last run of a page; the next page begins beyond it. Runs that appear meanwhile move nothing.
 *
 * @param position value of the sort's expression, as text
 */
record RunCursor(RunOrder order, String position, Instant firstFactAt, UUID runId) {
    private static final String SEPARATOR = " ";
    private static final int PARTS = 5;

    static RunCursor after(RunRow last, RunOrder order) {
        return new RunCursor(order, order.sort().positionOf(last), last.firstFactAt(), last.runId());
    }

    /** Text for the API; callers must not read anything into it. */
    String encode() {
        String text = String.join(
                SEPARATOR,
                order.sort().name(),
                order.direction().name(),
                firstFactAt.toString(),
                runId.toString(),
                position);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    /** @param order order of the list that the cursor is used for: it must be the one that it was made for */
    static RunCursor decode(String cursor, RunOrder order) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split(SEPARATOR, PARTS);
            RunOrder own = new RunOrder(RunSort.valueOf(parts[0]), SortDirection.valueOf(parts[1]));
            if (own.equals(order)
                    && parts.length == PARTS
                    && SortColumn.isInstant(parts[2])
                    && own.sort().column().isPosition(parts[4])) {
                return new RunCursor(own, parts[4], Instant.parse(parts[2]), UUID.fromString(parts[3]));
            }
        } catch (IllegalArgumentException e) {
            throw refused(cursor);
        }
        throw refused(cursor);
    }

    private static InvalidRequestException refused(String cursor) {
        return InvalidRequestException.of(
                "cursor", cursor, "must be the nextCursor of a page of the same list with the same sort");
    }
}
