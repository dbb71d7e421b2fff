package dev.longshore.history.eta;

import dev.longshore.history.progress.RunPhase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** What is said about the end of a run: the estimate where it can be believed, else why there is none. */
public final class EtaPolicy {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private EtaPolicy() {}

    /** @param newsLimit age of the latest news from which on an estimate is not believed any more */
    public static Eta of(EtaFacts facts, Instant now, Duration newsLimit) {
        Optional<RunPhase> phase = RunPhase.of(facts.phase());
        if (phase.isEmpty()) {
            return new Eta.Over();
        }
        return switch (phase.get()) {
            case WAITING -> new Eta.Unknown(reasonToWait(facts));
            case PLANNING -> new Eta.Unknown("counting");
            case EXPORTING, ASSEMBLING, PUBLISHING -> estimate(facts, phase.get(), now, newsLimit);
        };
    }

    private static String reasonToWait(EtaFacts facts) {
        if (facts.phase().plannedAt() != null) {
            return "waiting for a free worker";
        }
        String named = facts.phase().waitingFor();
        if (named != null && facts.phase().waitsForSomethingNamed()) {
            return named;
        }
        return facts.startedAt() == null ? "waiting for a worker to accept the run" : "waiting for a free worker";
    }

    private static Eta estimate(EtaFacts facts, RunPhase phase, Instant now, Duration newsLimit) {
        if (facts.asOf().plus(newsLimit).isBefore(now)) {
            return new Eta.Unknown("no news from the workers since " + CLOCK.format(facts.asOf()));
        }
        if (phase == RunPhase.EXPORTING && facts.workersAtWork() == 0) {
            return new Eta.Unknown("waiting for a free worker");
        }
        Eta.Expected expected = facts.estimate();
        return expected == null ? new Eta.Unknown("measuring the speed") : notBefore(expected, now);
    }

    /** An end that should have come is due now: the past is no estimate. */
    private static Eta.Expected notBefore(Eta.Expected expected, Instant now) {
        return new Eta.Expected(
                later(expected.at(), now), later(expected.earliest(), now), later(expected.latest(), now));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
