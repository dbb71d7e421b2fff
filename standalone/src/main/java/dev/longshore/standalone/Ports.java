package dev.longshore.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The ports of an installation, all on 127.0.0.1. The web ports follow the console's; those of the database and the broker
 * stay what they were at the home's first start, since the servers' files name them.
 *
 * @param console the console's port; the services take the three after it, the registry the seventh after it
 * @param firstConsole the console's port at the first start; database and broker take the fourth to the sixth after it
 */
record Ports(int console, int firstConsole) {

    static final int DEFAULT_CONSOLE = 8080;
    static final int GREATEST_CONSOLE_PORT = 65_528;

    int scheduler() {
        return console + 1;
    }

    int worker() {
        return console + 2;
    }

    int history() {
        return console + 3;
    }

    int postgres() {
        return firstConsole + 4;
    }

    int kafka() {
        return firstConsole + 5;
    }

    int kafkaController() {
        return firstConsole + 6;
    }

    int registry() {
        return console + 7;
    }

    /**
     * Refuses to start on a port that somebody else holds, before anything is started. The database's port is left out: after
     * a kill its server still holds it and is adopted.
     */
    void requireFree() {
        Map<Integer, String> purposes = new LinkedHashMap<>();
        purposes.put(console, "the console");
        purposes.put(scheduler(), "scheduler-service");
        purposes.put(worker(), "export-worker");
        purposes.put(history(), "history-service");
        purposes.put(registry(), "the schema registry");
        purposes.put(kafka(), "Kafka");
        purposes.put(kafkaController(), "Kafka's controller");
        purposes.forEach(Ports::requireFree);
    }

    private static void requireFree(int port, String purpose) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UsageException(
                    "port %d, which %s needs, is in use: end what listens there, or start with another --port (eight ports from it on are used)"
                            .formatted(port, purpose),
                    e);
        }
    }
}
