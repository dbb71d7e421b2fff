package dev.longshore.history.stream;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where one stream's events go: the connection of one browser. Used by one thread at a time. */
interface RunSink {
    /**
     * @param id what the browser sends back as Last-Event-ID; null to leave the one before in force
     * @param run the run's view as JSON
     */
    void send(@Nullable String id, String run) throws IOException;

    /** Something that the browser ignores and that keeps the connection open. */
    void heartbeat() throws IOException;

    /** Ends the stream; the browser connects anew. */
    void end();
}
