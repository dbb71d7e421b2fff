package dev.longshore.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of 127.0.0.1, the only address that the embedded servers listen on. */
final class LoopbackPort {
    private LoopbackPort() {}

    /** The given port, or a free one for 0. Another process may take a free one before it is used: a race that only tests run. */
    static int orAnyFree(int port) throws IOException {
        if (port != 0) {
            return port;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return socket.getLocalPort();
        }
    }

    /** Refuses a port that is in use, in words, before a server gives up on it in its own way. */
    static void requireFree(int port, String purpose) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Port %d of 127.0.0.1 is taken; %s needs it. End what listens there or choose another port."
                            .formatted(port, purpose),
                    e);
        }
    }
}
