package dev.longshore.standalone.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** Spreads events over the days before an instant as a contact centre sees them: busy by day, thin at night and on Sundays. */
final class WorkingWeek {

    private static final int[] WEIGHT_OF_HOUR = {
        3, 2, 2, 2, 2, 3, 6, 12, 24, 36, 40, 38, 30, 34, 38, 36, 32, 26, 20, 16, 12, 9, 6, 4
    };
    private static final int[] WEIGHT_OF_DAY = {12, 11, 10, 10, 9, 5, 3};
    private static final long MICROS_OF_HOUR = Duration.ofHours(1).toNanos() / 1_000;

    private final long fromMicros;
    private final double[] shareBefore;

    /** The {@code days} before {@code end}; an event's instant is before {@code end}. */
    WorkingWeek(Instant end, int days) {
        int hours = Math.toIntExact(Duration.ofDays(days).toHours());
        Instant from = end.minus(Duration.ofDays(days));
        fromMicros = ChronoUnit.MICROS.between(Instant.EPOCH, from);
        shareBefore = new double[hours + 1];
        for (int hour = 0; hour < hours; hour++) {
            var local = from.plus(Duration.ofHours(hour)).atOffset(ZoneOffset.UTC);
            int weight = WEIGHT_OF_HOUR[local.getHour()]
                    * WEIGHT_OF_DAY[local.getDayOfWeek().getValue() - 1];
            shareBefore[hour + 1] = shareBefore[hour] + weight;
        }
        double total = shareBefore[hours];
        Arrays.setAll(shareBefore, hour -> shareBefore[hour] / total);
    }

    long fromMicros() {
        return fromMicros;
    }

    /** Microseconds since 1970, whole milliseconds, of the event that has this share of all events before it. */
    long microsAt(double share) {
        int found = Arrays.binarySearch(shareBefore, share);
        int hour = Math.min(found >= 0 ? found : -found - 2, shareBefore.length - 2);
        double within = (share - shareBefore[hour]) / (shareBefore[hour + 1] - shareBefore[hour]);
        long micros = fromMicros + hour * MICROS_OF_HOUR + (long) (within * (MICROS_OF_HOUR - 1));
        return Math.floorDiv(micros, 1_000L) * 1_000L;
    }
}
