package dev.longshore.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;
import java.util.stream.IntStream;

/** Ports of 127.0.0.1 that nobody listens on, for servers that cannot take port 0. */
public final class FreePorts {
    /** Below those that Linux and macOS give to clients: nobody comes upon them by chance while a server starts. */
    private static final int FIRST = 10_000;

    private static final int AFTER_LAST = 32_000;

    private FreePorts() {}

    /** A port that is free now; take it soon, for it is not kept. */
    public static int next() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first of several ports in a row that are free now; for a server that takes the ports after its first one, too. */
    public static int block(int count) {
        return new Random()
                .ints(FIRST, AFTER_LAST - count)
                .limit(1_000)
                .filter(first -> IntStream.range(first, first + count).allMatch(FreePorts::isFree))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no %d free ports in a row".formatted(count)));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
