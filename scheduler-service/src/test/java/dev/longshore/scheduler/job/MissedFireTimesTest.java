package dev.longshore.scheduler.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.scheduler.job.MissedFireTimes.Missed;
import dev.longshore.scheduler.schedule.Hourly;
import dev.longshore.scheduler.settings.JobSettings;
import dev.longshore.scheduler.testing.JobSettingsBuilder;
import dev.longshore.scheduler.window.DateRange;
import dev.longshore.scheduler.window.Window;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MissedFireTimesTest {
    private static final JobSettings ALL_DATA = job(new DateRange.All());
    private static final JobSettings CHAIN = job(new DateRange.SinceLast(Optional.empty()));

    @Test
    void are_those_up_to_now_and_no_later() {
        var missed = of(ALL_DATA, "01:00", "03:00", Optional.empty());

        assertThat(missed.fires()).extracting(Missed::fireTime).containsExactly(at("01:00"), at("02:00"), at("03:00"));
        assertThat(missed.hasMore()).isFalse();
        assertThat(missed.merged()).contains(new Window.Everything());
    }

    @Test
    void are_none_for_a_job_that_is_not_due_yet_or_never_again() {
        assertThat(of(ALL_DATA, "04:00", "03:00", Optional.empty()).fires()).isEmpty();
        assertThat(MissedFireTimes.of(ALL_DATA, Optional.empty(), at("03:00"), Optional.empty(), 10)
                        .merged())
                .isEmpty();
    }

    @Test
    void are_counted_up_to_a_limit() {
        var missed = MissedFireTimes.of(ALL_DATA, Optional.of(at("01:00")), at("09:00"), Optional.empty(), 3);

        assertThat(missed.fires()).hasSize(3);
        assertThat(missed.hasMore()).isTrue();
    }

    @Test
    void of_a_chain_go_on_one_from_the_other_and_the_latest_takes_all() {
        var missed = of(CHAIN, "01:00", "03:30", Optional.of(at("00:30")));

        assertThat(missed.fires())
                .extracting(Missed::window)
                .containsExactly(window("00:30", "01:00"), window("01:00", "02:00"), window("02:00", "03:00"));
        assertThat(missed.latest(CHAIN)).contains(window("00:30", "03:00"));
        assertThat(missed.merged()).contains(window("00:30", "03:00"));
    }

    private static MissedFireTimes of(JobSettings job, String next, String now, Optional<Instant> chainEnd) {
        return MissedFireTimes.of(job, Optional.of(at(next)), at(now), chainEnd, 1_000);
    }

    private static JobSettings job(DateRange range) {
        return new JobSettingsBuilder(new Hourly(1, 0), range).build();
    }

    private static Window window(String from, String to) {
        return new Window.Interval(at(from), at(to));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-23T" + time + ":00Z");
    }
}
