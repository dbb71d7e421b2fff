package dev.longshore.history.webhook;

import java.util.OptionalInt;

/**
 * What came of one attempt.
 *
 * @param status of the answer; empty when there was none
 * @param error what went wrong, in words; empty when the answer was a success
 */
record Answer(OptionalInt status, String error) {
    private static final int GONE = 410;

    static Answer of(int status) {
        boolean success = status >= 200 && status < 300;
        boolean redirect = status >= 300 && status < 400;
        String error = success
                ? ""
                : "The endpoint answered %d".formatted(status) + (redirect ? "; redirects are not followed" : "");
        return new Answer(OptionalInt.of(status), error);
    }

    static Answer none(String error) {
        return new Answer(OptionalInt.empty(), error);
    }

    boolean isSuccess() {
        return error.isEmpty();
    }

    /** The endpoint wants no more deliveries, ever. */
    boolean isGone() {
        return status.isPresent() && status.getAsInt() == GONE;
    }
}
