package dev.longshore.history.run;

import org.jspecify.annotations.Nullable;

/**
 * A range of amounts that a filter admits; both bounds are included.
 *
 * @param least null for none
 * @param most null for any
 */
record Amount(@Nullable Number least, @Nullable Number most) {
    static final Amount ANY = new Amount(null, null);

    boolean isGiven() {
        return least != null || most != null;
    }

    String from() {
        return least == null ? "0" : least.toString();
    }

    String to() {
        return most == null ? Long.toString(Long.MAX_VALUE) : most.toString();
    }

    /** As an interval. */
    String fromSeconds() {
        return (least == null ? "0" : least.toString()) + " seconds";
    }

    String toSeconds() {
        return most == null ? "1000 years" : most + " seconds";
    }
}
