package dev.longshore.scheduler.backfill;

/** How far a backfill is. */
enum BackfillState {
    /** Windows of it wait for their turn. */
    OPEN,
    /** Every window of it has become a run; the last one may be at work. Never left. */
    ISSUED,
    /** It was stopped: windows that had not become runs by then never do. Never left. */
    CANCELLED
}
