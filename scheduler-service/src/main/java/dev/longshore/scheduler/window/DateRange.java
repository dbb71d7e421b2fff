package dev.longshore.scheduler.window;

import dev.longshore.scheduler.schedule.FireTime;
import dev.longshore.scheduler.schedule.LocalTimes;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Which data a job exports (P42..P45); becomes a {@link Window} when a run is issued. */
public sealed interface DateRange {
    /** A date range whose windows follow from the fire time alone. */
    sealed interface ByFireTime extends DateRange {
        /** The window of the run that is due at a fire time. A pure function: the clock has no say. */
        Window windowAt(FireTime fire, ZoneId zone);
    }

    /** All data (P42). */
    record All() implements ByFireTime {
        @Override
        public Window windowAt(FireTime fire, ZoneId zone) {
            return new Window.Everything();
        }
    }

    /** Exactly [from, to), at every run (P43, P44). */
    record Fixed(Instant from, Instant to) implements ByFireTime {
        public Fixed {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("empty date range: %s..%s".formatted(from, to));
            }
        }

        @Override
        public Window windowAt(FireTime fire, ZoneId zone) {
            return new Window.Interval(from, to);
        }
    }

    /**
     * The last n units before the nominal local time, by wall-clock arithmetic (P45): where n units are the period of
     * the schedule, consecutive windows share their edge on days of clock changes too.
     *
     * @param amount at least 1
     */
    record Last(int amount, Unit unit) implements ByFireTime {
        public Last {
            if (amount < 1) {
                throw new IllegalArgumentException("amount is not positive: " + amount);
            }
        }

        @Override
        public Window windowAt(FireTime fire, ZoneId zone) {
            var from = LocalTimes.resolve(fire.firstNominal().minus(amount, unit.chrono), zone);
            return new Window.Interval(from, fire.at());
        }
    }

    /**
     * From the end of the job's previous window to the fire time: a chain of windows without gap and overlap, whatever
     * becomes of schedule and zone.
     *
     * @param from where the first window starts; empty for the end of the window that the job had before with another
     *     date range, or else the fire time before the first
     */
    record SinceLast(Optional<Instant> from) implements DateRange {
        /** The window of the run that is due at a fire time; empty when the previous one reaches that far already. */
        public Window windowAt(FireTime fire, Instant previousEnd) {
            return new Window.Interval(previousEnd.isBefore(fire.at()) ? previousEnd : fire.at(), fire.at());
        }
    }

    /** Units of {@link Last}. */
    enum Unit {
        HOURS(ChronoUnit.HOURS),
        DAYS(ChronoUnit.DAYS),
        WEEKS(ChronoUnit.WEEKS),
        MONTHS(ChronoUnit.MONTHS);

        private final ChronoUnit chrono;

        Unit(ChronoUnit chrono) {
            this.chrono = chrono;
        }
    }
}
