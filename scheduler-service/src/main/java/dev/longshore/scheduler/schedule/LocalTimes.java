package dev.longshore.scheduler.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * The one rule by which a local time becomes an instant, for fire times and for the edges of windows alike (P36, P45).
 */
public final class LocalTimes {
    private LocalTimes() {}

    /**
     * The instant of a local time: in a gap the first valid instant after it, in an overlap the first occurrence. The
     * result never falls when the local time rises, so that intervals resolved edge by edge neither overlap nor leave
     * a hole.
     */
    public static Instant resolve(LocalDateTime local, ZoneId zone) {
        var rules = zone.getRules();
        var transition = rules.getTransition(local);
        if (transition == null) {
            return local.toInstant(rules.getOffset(local));
        }
        return transition.isGap() ? transition.getInstant() : local.toInstant(transition.getOffsetBefore());
    }
}
