package dev.longshore.events;

import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;

/**
 * A topic and what is sent on it.
 *
 * @param key what the messages' key is, in words
 */
record Contract(String topic, String key, Schema schema) {
    static final List<Contract> ALL = List.of(
            new Contract(Topics.RUN_COMMANDS, "run id", RunCommand.getClassSchema()),
            new Contract(Topics.TASKS, "run id", TaskReady.getClassSchema()),
            new Contract(Topics.RUN_EVENTS, "run id", RunEvent.getClassSchema()),
            new Contract(Topics.PROGRESS, "run id", ProgressReported.getClassSchema()),
            new Contract(Topics.EXPORT_COMPLETED, "job id", ExportCompleted.getClassSchema()),
            new Contract(Topics.EXPORT_EXPIRING, "job id", ExportExpiring.getClassSchema()),
            new Contract(Topics.AUDIT, "subject id", AuditRecorded.getClassSchema()));

    /** Folder of the module; Maven runs tests there and says so. */
    static Path module() {
        return Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    }

    /** Whether the maintainer asked for files to be written rather than compared. */
    static boolean writing() {
        return Boolean.getBoolean("longshore.schemas.write");
    }

    /** What a maintainer runs after a change of the schemas. */
    static final String WRITE_COMMAND = "mvn -pl schemas test -Dlongshore.schemas.write=true";

    String subject() {
        return topic + "-value";
    }

    @Override
    public String toString() {
        return topic;
    }
}
