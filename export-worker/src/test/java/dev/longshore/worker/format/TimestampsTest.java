package dev.longshore.worker.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.worker.source.RecordKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampsTest {
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2015-08-05T08:31:20.780Z, 2015-08-05T08:31:20.780Z",
        "2015-08-05T08:31:20.780999Z, 2015-08-05T08:31:20.780Z",
        "2000-01-01T00:00:00Z, 2000-01-01T00:00:00.000Z",
        "1999-12-31T23:59:59.999999Z, 1999-12-31T23:59:59.999Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00.000Z",
        "9999-12-31T23:59:59.999999Z, 9999-12-31T23:59:59.999Z",
        "-0043-03-15T12:00:00Z, -0043-03-15T12:00:00.000Z",
        "+294276-12-31T23:59:59.999Z, +294276-12-31T23:59:59.999Z",
        "-4712-01-01T00:00:00Z, -4712-01-01T00:00:00.000Z"
    })
    void times_are_written_in_utc_with_milliseconds_that_are_cut_off(Instant instant, String expected) {
        assertThat(Timestamps.format(micros(instant))).isEqualTo(expected);
    }

    @Test
    void the_infinities_are_words() {
        assertThat(Timestamps.format(RecordKey.INFINITY)).isEqualTo("infinity");
        assertThat(Timestamps.format(RecordKey.MINUS_INFINITY)).isEqualTo("-infinity");
    }

    @Test
    void any_time_is_read_back_by_the_java_library() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Timestamps timestamps = new Timestamps();
        byte[] target = new byte[Timestamps.LONGEST];
        for (int i = 0; i < 100_000; i++) {
            Instant instant = EPOCH.plus(random.nextLong() >> (1 + random.nextInt(20)), ChronoUnit.MICROS);
            if (instant.isAfter(Instant.parse("+294276-12-31T23:59:59Z"))
                    || instant.isBefore(Instant.parse("-4712-01-01T00:00:00Z"))) {
                continue;
            }
            int length = timestamps.write(micros(instant), target, 0);
            Instant read = Instant.parse(new String(target, 0, length, StandardCharsets.US_ASCII));
            assertThat(read).as("seed %d", seed).isEqualTo(instant.truncatedTo(ChronoUnit.MILLIS));
        }
    }

    private static long micros(Instant instant) {
        return (instant.getEpochSecond() - EPOCH.getEpochSecond()) * 1_000_000 + instant.getNano() / 1_000;
    }
}
