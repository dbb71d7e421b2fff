package dev.longshore.history.stream;

import java.io.IOException;

/**
 * Where one stream's bytes go: the connection of one browser. Nothing here waits. Used by one thread at a time, except for
 * {@link #end}.
 */
interface RunSink {
    /**
     * Whether the browser can take something now. If it cannot, the stream is told to {@link RunStream#proceed} as soon
     * as it can.
     */
    boolean isReady() throws IOException;

    /**
     * Only while {@link #isReady}; what was written is on its way once it is ready again.
     *
     * @param part whole events
     */
    void write(byte[] part) throws IOException;

    /** Ends the connection; the browser connects anew. Repeating it is harmless. */
    void end();
}
