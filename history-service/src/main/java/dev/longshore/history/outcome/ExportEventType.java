package dev.longshore.history.outcome;

/** What an event of the public contract tells. */
public enum ExportEventType {
    /** The outcome of a run: completed, empty, failed or cancelled. */
    EXPORT_COMPLETED("dev.longshore.export.completed"),
    /** The artifacts of a completed run are soon removed. */
    EXPORT_EXPIRING("dev.longshore.export.expiring");

    private final String cloudEventsType;

    ExportEventType(String cloudEventsType) {
        this.cloudEventsType = cloudEventsType;
    }

    /** Its {@code ce_type}. */
    String cloudEventsType() {
        return cloudEventsType;
    }
}
