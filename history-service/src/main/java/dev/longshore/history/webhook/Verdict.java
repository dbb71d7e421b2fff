package dev.longshore.history.webhook;

import java.time.Instant;
import java.util.Optional;

/** What becomes of a delivery after an attempt. */
sealed interface Verdict {
    /** The endpoint has it. */
    record Delivered() implements Verdict {}

    /** It is tried again. */
    record Retry(Instant at) implements Verdict {}

    /** It was the last attempt. */
    record GivenUp() implements Verdict {}

    /** The endpoint wants no more deliveries: the webhook is disabled. */
    record Gone() implements Verdict {}

    /** @param attempts how many were made, this one included */
    static Verdict on(Answer answer, int attempts, Instant now, RetrySchedule schedule) {
        if (answer.isSuccess()) {
            return new Delivered();
        }
        if (answer.isGone()) {
            return new Gone();
        }
        Optional<Instant> next = schedule.nextAfter(attempts, now);
        return next.<Verdict>map(Retry::new).orElseGet(GivenUp::new);
    }
}
