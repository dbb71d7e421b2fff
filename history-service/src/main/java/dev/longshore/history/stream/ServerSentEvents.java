package dev.longshore.history.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** The bytes of server-sent events, as the WHATWG's HTML standard has them (section 9.2.5). */
final class ServerSentEvents {
    private static final byte[] BEGINNING = "event:run\ndata:".getBytes(UTF_8);
    private static final byte[] END = "\n\n".getBytes(UTF_8);
    private static final byte[] HEARTBEAT = "retry:2000\n:heartbeat\n\n".getBytes(UTF_8);

    private ServerSentEvents() {}

    /**
     * An event named {@code run}.
     *
     * @param json one line
     */
    static byte[] run(byte[] json) {
        ByteArrayOutputStream event = new ByteArrayOutputStream(BEGINNING.length + json.length + END.length);
        event.writeBytes(BEGINNING);
        event.writeBytes(json);
        event.writeBytes(END);
        return event.toByteArray();
    }

    /** What stands before an event and gives it an id. */
    static byte[] id(long position) {
        return ("id:" + position + "\n").getBytes(UTF_8);
    }

    /** A comment, which the browser ignores and which keeps the connection open; says after which time to come back, too. */
    static byte[] heartbeat() {
        return HEARTBEAT.clone();
    }
}
