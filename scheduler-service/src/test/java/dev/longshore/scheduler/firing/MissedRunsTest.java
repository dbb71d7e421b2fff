package dev.longshore.scheduler.firing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.scheduler.firing.FiringPolicy.Decision;
import dev.longshore.scheduler.firing.FiringPolicy.Due;
import dev.longshore.scheduler.firing.FiringPolicy.Situation;
import dev.longshore.scheduler.schedule.Hourly;
import dev.longshore.scheduler.settings.JobSettings;
import dev.longshore.scheduler.settings.MissedRuns;
import dev.longshore.scheduler.settings.Overlap;
import dev.longshore.scheduler.testing.JobSettingsBuilder;
import dev.longshore.scheduler.window.DateRange;
import dev.longshore.scheduler.window.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What policy makes of many missed fire times, decision by decision, until the job is up to date. */
class MissedRunsTest {
    private static final int BATCH = 4;
    private static final int LIMIT = 9;
    private static final FiringPolicy POLICY = new FiringPolicy(Duration.ofMinutes(1), BATCH, LIMIT);
    private static final Instant MIDNIGHT = Instant.parse("2026-11-23T00:00:00Z");
    private static final DateRange LAST_HOUR = new DateRange.Last(1, DateRange.Unit.HOURS);
    private static final DateRange CHAIN = new DateRange.SinceLast(Optional.empty());

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "EACH   | 01 [00,01) 02 [01,02) 03 [02,03) 04 [03,04) 05 [04,05) 06 [05,06) |",
                "LATEST | 06 [05,06)                                             | 01 02 03 04 05",
                "MERGED | 06 [00,06)                                             |",
                "NONE   |                                                        | 01 02 03 04 05 06"
            })
    void of_the_last_hour(MissedRuns missedRuns, String issued, String skipped) {
        var job = new Simulated(LAST_HOUR, missedRuns);
        job.catchUp(hour(6).plusSeconds(1800));

        assertThat(job.issued()).isEqualTo(words(issued));
        assertThat(job.skipped()).isEqualTo(words(skipped));
        job.catchUp(hour(7));
        assertThat(job.issued()).endsWith("07 [06,07)");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "EACH   | 01 [00,01) 02 [01,02) 03 [02,03) 04 [03,04) 05 [04,05) 06 [05,06) |  | 07 [06,07)",
                "LATEST | 06 [00,06)                                             | 01 02 03 04 05    | 07 [06,07)",
                "MERGED | 06 [00,06)                                             |                   | 07 [06,07)",
                "NONE   |                                                        | 01 02 03 04 05 06 | 07 [00,07)"
            })
    void of_a_chain_no_data_is_lost(MissedRuns missedRuns, String issued, String skipped, String next) {
        var job = new Simulated(CHAIN, missedRuns);
        job.catchUp(hour(6).plusSeconds(1800));

        assertThat(job.issued()).isEqualTo(words(issued));
        assertThat(job.skipped()).isEqualTo(words(skipped));
        assertThat(job.reasons).allMatch(reason -> reason.equals(FiringPolicy.MISSED + FiringPolicy.HANDED_ON));
        job.catchUp(hour(7));
        assertThat(job.issued()).endsWith(next);
    }

    @Test
    void beyond_the_limit_the_oldest_are_passed_over_batch_by_batch() {
        var each = new Simulated(LAST_HOUR, MissedRuns.EACH);
        each.catchUp(hour(20));

        assertThat(each.batches).containsExactly(BATCH, BATCH, 3);
        assertThat(each.reasons).containsOnly(FiringPolicy.BEYOND_LIMIT.formatted(LIMIT));
        assertThat(each.issued()).startsWith("12 [11,12)").endsWith("20 [19,20)");
        assertThat(each.issued.size()).isEqualTo(LIMIT);
    }

    @Test
    void beyond_the_limit_the_windows_of_a_chain_are_handed_on() {
        var each = new Simulated(CHAIN, MissedRuns.EACH);
        var merged = new Simulated(CHAIN, MissedRuns.MERGED);
        each.catchUp(hour(20));
        merged.catchUp(hour(20));

        assertThat(each.issued()).startsWith("12 [00,12) 13 [12,13)");
        assertThat(each.reasons).containsOnly(FiringPolicy.BEYOND_LIMIT.formatted(LIMIT) + FiringPolicy.HANDED_ON);
        assertThat(merged.issued()).isEqualTo("20 [00,20)");
    }

    @Test
    void beyond_the_limit_merged_windows_of_the_last_hour_start_later() {
        var merged = new Simulated(LAST_HOUR, MissedRuns.MERGED);
        merged.catchUp(hour(20));

        assertThat(merged.issued()).isEqualTo("20 [11,20)");
    }

    @Test
    void a_chain_has_no_empty_window() {
        var job = new Simulated(CHAIN, MissedRuns.MERGED);
        job.chainEnd = hour(3).plusSeconds(60);
        job.catchUp(hour(2));
        assertThat(job.issued()).isEmpty();
        assertThat(job.reasons).containsExactly(FiringPolicy.EXPORTED_BEFORE);

        job.catchUp(hour(5));
        assertThat(job.windows).containsExactly(new Window.Interval(hour(3).plusSeconds(60), hour(5)));
    }

    @Test
    void a_run_that_spans_five_periods_leaves_the_last_hours_behind() { // overlap SKIP
        var job = new Simulated(LAST_HOUR, MissedRuns.EACH);
        job.overlap = Overlap.SKIP;
        job.runsFrom(hour(1), hour(6).plusSeconds(1800));
        job.catchUp(hour(7));

        assertThat(job.skipped()).isEqualTo("02 03 04 05 06");
        assertThat(job.reasons).containsOnly(FiringPolicy.OVERLAPPED);
        assertThat(job.issued()).isEqualTo("01 [00,01) 07 [06,07)");
    }

    @Test
    void a_run_that_spans_five_periods_hands_the_windows_of_a_chain_on() { // overlap SKIP
        var job = new Simulated(CHAIN, MissedRuns.EACH);
        job.overlap = Overlap.SKIP;
        job.runsFrom(hour(1), hour(6).plusSeconds(1800));
        job.catchUp(hour(7));

        assertThat(job.skipped()).isEqualTo("02 03 04 05 06");
        assertThat(job.reasons).containsOnly(FiringPolicy.OVERLAPPED + FiringPolicy.HANDED_ON);
        assertThat(job.issued()).isEqualTo("01 [00,01) 07 [01,07)");
    }

    @Test
    void fire_times_wait_for_a_run_that_spans_five_periods() { // overlap WAIT
        var job = new Simulated(CHAIN, MissedRuns.EACH);
        job.runsFrom(hour(1), hour(6).plusSeconds(1800));
        assertThat(job.issued()).isEqualTo("01 [00,01)");
        job.catchUp(hour(6).plusSeconds(1800));

        assertThat(job.skipped()).isEmpty();
        assertThat(job.issued()).isEqualTo("01 [00,01) 02 [01,02) 03 [02,03) 04 [03,04) 05 [04,05) 06 [05,06)");
    }

    private static Instant hour(int hour) {
        return MIDNIGHT.plus(Duration.ofHours(hour));
    }

    private static String words(String cell) {
        return cell == null ? "" : cell.strip();
    }

    /** An hourly job whose first fire time is 01:00 and whose runs end at once. */
    private static final class Simulated {
        private final MissedRuns missedRuns;
        private final DateRange dateRange;
        private final List<String> issued = new ArrayList<>();
        private final List<Window> windows = new ArrayList<>();
        private final List<Instant> skipped = new ArrayList<>();
        private final List<String> reasons = new ArrayList<>();
        private final List<Integer> batches = new ArrayList<>();
        private Overlap overlap = Overlap.WAIT;
        private Instant next = hour(1);
        private Instant chainEnd = MIDNIGHT;

        Simulated(DateRange dateRange, MissedRuns missedRuns) {
            this.dateRange = dateRange;
            this.missedRuns = missedRuns;
        }

        void catchUp(Instant now) {
            while (!next.isAfter(now)) {
                apply(decide(new Situation(now, false, Optional.empty(), Optional.empty(), Optional.of(chainEnd))));
            }
        }

        /** The run of a fire time begins on time and lasts; meanwhile the job is looked at every half an hour. */
        void runsFrom(Instant fireTime, Instant end) {
            catchUp(fireTime);
            for (var now = fireTime; now.isBefore(end); now = now.plus(Duration.ofMinutes(30))) {
                while (!next.isAfter(now)) {
                    var decision = decide(
                            new Situation(now, true, Optional.of(fireTime), Optional.empty(), Optional.of(chainEnd)));
                    if (decision.isToWait()) {
                        break;
                    }
                    apply(decision);
                }
            }
        }

        private Decision decide(Situation situation) {
            return POLICY.decide(settings(), next, missedRuns, situation.now(), situation);
        }

        private JobSettings settings() {
            return new JobSettingsBuilder(new Hourly(1, 0), dateRange)
                    .overlap(overlap)
                    .build();
        }

        private void apply(Decision decision) {
            decision.skips().forEach(skip -> {
                skipped.add(skip.due().fireTime());
                reasons.add(skip.reason());
            });
            if (!decision.skips().isEmpty()) {
                batches.add(decision.skips().size());
            }
            decision.issue().ifPresent(this::issue);
            next = decision.nextFireTime().orElseThrow();
        }

        private void issue(Due due) {
            var window = (Window.Interval) due.window();
            windows.add(window);
            issued.add("%s [%s,%s)".formatted(hourOf(due.fireTime()), hourOf(window.from()), hourOf(window.to())));
            chainEnd = window.to();
        }

        String issued() {
            return String.join(" ", issued);
        }

        String skipped() {
            return String.join(" ", skipped.stream().map(Simulated::hourOf).toList());
        }

        private static String hourOf(Instant instant) {
            return instant.toString().substring(11, 13);
        }
    }
}
