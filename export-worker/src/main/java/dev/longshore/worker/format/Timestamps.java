package dev.longshore.worker.format;

import dev.longshore.worker.source.RecordKey;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * Points in time as the output has them: ISO 8601 in UTC with milliseconds, finer parts cut off (rounding could lift a record
 * over the end of its window). Years outside 0000..9999 carry a sign, as ISO 8601 asks. The source's infinities are the words
 * {@code infinity} and {@code -infinity}.
 */
public final class Timestamps {
    private static final long MICROS_PER_MILLI = 1_000;
    private static final long MILLIS_PER_DAY = 86_400_000;
    private static final long EPOCH_DAY_OF_2000 = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final byte[] INFINITY = "infinity".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MINUS_INFINITY = "-infinity".getBytes(StandardCharsets.US_ASCII);

    /** What the longest timestamp needs. */
    static final int LONGEST = "+294276-12-31T23:59:59.999Z".length();

    private long cachedDay = Long.MIN_VALUE;
    private byte[] cachedDate = new byte[0];

    Timestamps() {}

    /** @param micros microseconds since 2000-01-01T00:00:00Z, or an infinity */
    public static String format(long micros) {
        byte[] target = new byte[LONGEST];
        return new String(target, 0, new Timestamps().write(micros, target, 0), StandardCharsets.US_ASCII);
    }

    /** Writes a timestamp to where there is room for {@link #LONGEST} bytes, and returns the position behind it. */
    int write(long micros, byte[] target, int position) {
        if (micros == RecordKey.INFINITY) {
            return append(INFINITY, target, position);
        }
        if (micros == RecordKey.MINUS_INFINITY) {
            return append(MINUS_INFINITY, target, position);
        }
        long millis = Math.floorDiv(micros, MICROS_PER_MILLI);
        long day = Math.floorDiv(millis, MILLIS_PER_DAY);
        if (day != cachedDay) {
            // Records come in the order of their dates: most share the day of the one before.
            cachedDate =
                    LocalDate.ofEpochDay(day + EPOCH_DAY_OF_2000).toString().getBytes(StandardCharsets.US_ASCII);
            cachedDay = day;
        }
        int at = append(cachedDate, target, position);
        int ofDay = (int) (millis - day * MILLIS_PER_DAY);
        target[at] = 'T';
        twoDigits(ofDay / 3_600_000, target, at + 1);
        target[at + 3] = ':';
        twoDigits(ofDay / 60_000 % 60, target, at + 4);
        target[at + 6] = ':';
        twoDigits(ofDay / 1_000 % 60, target, at + 7);
        target[at + 9] = '.';
        int milli = ofDay % 1_000;
        target[at + 10] = (byte) ('0' + milli / 100);
        twoDigits(milli % 100, target, at + 11);
        target[at + 13] = 'Z';
        return at + 14;
    }

    private static int append(byte[] text, byte[] target, int position) {
        System.arraycopy(text, 0, target, position, text.length);
        return position + text.length;
    }

    private static void twoDigits(int value, byte[] target, int position) {
        target[position] = (byte) ('0' + value / 10);
        target[position + 1] = (byte) ('0' + value % 10);
    }
}
