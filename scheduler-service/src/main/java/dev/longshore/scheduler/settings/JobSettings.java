package dev.longshore.scheduler.settings;

import dev.longshore.scheduler.schedule.FireTime;
import dev.longshore.scheduler.schedule.Schedule;
import dev.longshore.scheduler.window.DateRange;
import dev.longshore.scheduler.window.Window;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an administrator decides about a job; every edit makes a new version of it.
 *
 * @param description may be empty
 * @param entityTypes API names; empty means all (P24)
 * @param dateColumn column of the type that windows rest on
 * @param suspendAfterFailures failed runs in a row after which a recurring job is suspended, 1..100; empty for never
 * @param retentionDays days for which the files of its runs are kept, 1..3650; empty for the installation's retention
 */
public record JobSettings(
        String title,
        String description,
        String source,
        String type,
        List<String> entityTypes,
        Schedule schedule,
        ZoneId timeZone,
        DateRange dateRange,
        String dateColumn,
        OutputSettings output,
        MissedRuns missedRuns,
        Overlap overlap,
        OptionalInt suspendAfterFailures,
        OptionalInt retentionDays) {
    /** Largest {@code suspendAfterFailures}. */
    static final int MAX_FAILURES = 100;

    /** Largest {@code retentionDays}: ten years. */
    static final int MAX_RETENTION_DAYS = 3_650;

    public JobSettings {
        entityTypes = List.copyOf(entityTypes);
        if (suspendAfterFailures.isPresent()
                && (suspendAfterFailures.getAsInt() < 1 || suspendAfterFailures.getAsInt() > MAX_FAILURES)) {
            throw new IllegalArgumentException("suspendAfterFailures is not 1..100: " + suspendAfterFailures);
        }
        if (retentionDays.isPresent()
                && (retentionDays.getAsInt() < 1 || retentionDays.getAsInt() > MAX_RETENTION_DAYS)) {
            throw new IllegalArgumentException("retentionDays is not 1..3650: " + retentionDays);
        }
    }

    /** Whether each window starts where the one before it ended. */
    public boolean hasChain() {
        return dateRange instanceof DateRange.SinceLast;
    }

    /**
     * The window of the run that is due at a fire time.
     *
     * @param previousEnd where the job's previous window ended; only a chain asks. Empty for a window by itself, which
     *     for a chain starts at the fire time before
     */
    public Window windowAt(FireTime fire, Optional<Instant> previousEnd) {
        if (dateRange instanceof DateRange.ByFireTime byFireTime) {
            return byFireTime.windowAt(fire, timeZone);
        }
        var chain = (DateRange.SinceLast) dateRange;
        return chain.windowAt(
                fire,
                previousEnd.orElseGet(() ->
                        schedule.previous(fire.at(), timeZone).map(FireTime::at).orElse(fire.at())));
    }
}
