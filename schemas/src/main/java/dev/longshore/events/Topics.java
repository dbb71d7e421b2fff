package dev.longshore.events;

/** Names of the topics that carry Longshore's messages. A topic's value schema has the subject {@code <topic>-value}. */
public final class Topics {
    /** {@link RunCommand}, key run id: from scheduler-service to the workers (consumer group). */
    public static final String RUN_COMMANDS = "longshore.run-commands";

    /** {@link TaskReady}, key run id: among the workers (share group); one partition, so that any free worker gets it. */
    public static final String TASKS = "longshore.tasks";

    /** {@link RunEvent}, key run id: facts for history-service and scheduler-service; kept for good by default. */
    public static final String RUN_EVENTS = "longshore.run-events";

    /** {@link ProgressReported}, key run id: to history-service; losing a message is harmless. */
    public static final String PROGRESS = "longshore.progress";

    /** {@link ExportCompleted}, key job id: the public contract for downstream systems. */
    public static final String EXPORT_COMPLETED = "longshore.export-completed";

    /** {@link ExportExpiring}, key job id: to downstream systems, before artifacts are removed. */
    public static final String EXPORT_EXPIRING = "longshore.export-expiring";

    /** {@link AuditRecorded}, key subject id: from every service to history-service; one partition, kept for good. */
    public static final String AUDIT = "longshore.audit";

    /** What a topic's dead letters are appended to: {@code <topic>.dlt}. */
    public static final String DEAD_LETTER_SUFFIX = ".dlt";

    private Topics() {}
}
