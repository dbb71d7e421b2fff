package dev.longshore.scheduler.settings;

import dev.longshore.scheduler.settings.DateRangeReader.Kind;
import dev.longshore.scheduler.window.DateRange;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A date range as JSON: its kind and the fields of that kind. */
@Schema(
        name = "DateRange",
        description = "Which data a run exports",
        oneOf = {
            DateRangeView.AllView.class,
            DateRangeView.FixedView.class,
            DateRangeView.LastView.class,
            DateRangeView.SinceLastView.class
        })
public sealed interface DateRangeView {
    static DateRangeView of(DateRange range) {
        if (range instanceof DateRange.Fixed fixed) {
            return new FixedView(Kind.FIXED, fixed.from(), fixed.to());
        }
        if (range instanceof DateRange.Last last) {
            return new LastView(Kind.LAST, last.amount(), last.unit());
        }
        if (range instanceof DateRange.SinceLast chain) {
            return new SinceLastView(Kind.SINCE_LAST, chain.from().orElse(null));
        }
        return new AllView(Kind.ALL);
    }

    @Schema(name = "AllData")
    record AllView(@Schema(allowableValues = "ALL") Kind kind) implements DateRangeView {}

    @Schema(name = "FixedInterval", description = "Half-open: from belongs to it, to does not")
    record FixedView(@Schema(allowableValues = "FIXED") Kind kind, Instant from, Instant to) implements DateRangeView {}

    @Schema(name = "LastUnits", description = "The last units before the fire time")
    record LastView(
            @Schema(allowableValues = "LAST") Kind kind,
            @Schema(minimum = "1", maximum = "10000") int amount,
            DateRange.Unit unit)
            implements DateRangeView {}

    @Schema(
            name = "SinceLast",
            description = "From the end of the job's previous window to the fire time: windows without gap and overlap,"
                    + " whatever is edited, missed or skipped. Retries and runs by hand leave them alone. Only for jobs"
                    + " that run more than once")
    record SinceLastView(
            @Schema(allowableValues = "SINCE_LAST") Kind kind,

            @Schema(
                    nullable = true,
                    description = "where the first window starts; when null or absent, at the end of the window that"
                            + " the job had before with another date range, or else at the fire time before the first."
                            + " It cannot be changed once the job has run")
            @Nullable
            Instant from)
            implements DateRangeView {}
}
