package dev.longshore.history.eta;

import java.time.Instant;

/** When a run will end: an interval, or unknown with a reason. Never a guess without either. */
public sealed interface Eta {
    /**
     * @param at likeliest end
     * @param earliest start of the interval that should hold the end in 8 of 10 cases
     * @param latest end of that interval
     */
    record Expected(Instant at, Instant earliest, Instant latest) implements Eta {
        public Expected {
            if (earliest.isAfter(at) || at.isAfter(latest)) {
                throw new IllegalArgumentException("not an interval: %s, %s, %s".formatted(earliest, at, latest));
            }
        }
    }

    /** @param because what makes it unknown, in words for people */
    record Unknown(String because) implements Eta {}

    /** The run has ended; there is nothing to estimate. */
    record Over() implements Eta {}
}
