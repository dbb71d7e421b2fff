package dev.longshore.history.rebuild;

/** What became of one step of a rebuild. */
enum StepOutcome {
    /** It is stored. */
    DONE,
    /** It is stored, and the same step has more to do. */
    MORE,
    /** Nothing of it is stored: another instance has the rebuild, or it has ended. */
    LOST
}
