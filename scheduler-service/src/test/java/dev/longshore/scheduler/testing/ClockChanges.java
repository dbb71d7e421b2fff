package dev.longshore.scheduler.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Spans of days to try time zones on. */
public final class ClockChanges {
    private static final Instant FROM = Instant.parse("2011-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2037-01-01T00:00:00Z");

    /**
     * Some days of a zone, with a clock change in their middle if the zone has any.
     *
     * @param from a whole minute
     */
    public record Days(ZoneId zone, Instant from, Instant to) {}

    private ClockChanges() {}

    /** For each zone the days around one clock change after 2010, chosen at random. */
    public static List<Days> ofAllZones(Random random) {
        return ZoneId.getAvailableZoneIds().stream()
                .sorted()
                .map(ZoneId::of)
                .map(zone -> days(zone, random))
                .toList();
    }

    private static Days days(ZoneId zone, Random random) {
        var somewhen =
                FROM.plusSeconds(random.nextLong(Duration.between(FROM, TO).toSeconds()));
        var middle = Optional.ofNullable(zone.getRules().nextTransition(somewhen))
                .or(() -> Optional.ofNullable(zone.getRules().previousTransition(TO))
                        .filter(last -> last.getInstant().isAfter(FROM)))
                .map(change -> change.getInstant())
                .orElse(somewhen)
                .truncatedTo(ChronoUnit.MINUTES);
        return new Days(zone, middle.minus(Duration.ofDays(2)), middle.plus(Duration.ofDays(2)));
    }

    /** A local time, to the minute. */
    public static LocalTime anyTime(Random random) {
        return LocalTime.of(random.nextInt(24), random.nextInt(60));
    }
}
