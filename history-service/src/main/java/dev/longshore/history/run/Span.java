package dev.longshore.history.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A half-open interval of time that a filter admits.
 *
 * @param from null for the beginning
 * @param to null for the end
 */
record Span(@Nullable Instant from, @Nullable Instant to) {
    static final Span ANY = new Span(null, null);

    boolean isGiven() {
        return from != null || to != null;
    }

    String first() {
        return from == null ? "-infinity" : from.toString();
    }

    String beyond() {
        return to == null ? "infinity" : to.toString();
    }
}
