package dev.longshore.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The servers of this JVM: started when first asked for, shared by all test classes, stopped with the JVM in the reverse
 * order. With {@code -Dlongshore.test.containers=true} they are containers, otherwise they run in this JVM.
 */
final class TestServers {
    private static final TestServers SHARED = new TestServers();

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private @Nullable DatabaseServer database;
    private @Nullable BrokerServer broker;

    private TestServers() {}

    static DatabaseServer database() {
        return SHARED.sharedDatabase();
    }

    static BrokerServer broker() {
        return SHARED.sharedBroker();
    }

    private synchronized DatabaseServer sharedDatabase() {
        DatabaseServer server = database;
        if (server == null) {
            server = keep(containersWanted() ? ContainerDatabaseServer::start : EmbeddedDatabaseServer::start);
            database = server;
        }
        return server;
    }

    private synchronized BrokerServer sharedBroker() {
        BrokerServer server = broker;
        if (server == null) {
            server = keep(containersWanted() ? ContainerBrokerServer::start : EmbeddedBrokerServer::start);
            broker = server;
        }
        return server;
    }

    private <T extends AutoCloseable> T keep(Supplier<T> starter) {
        if (started.isEmpty()) {
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "test-servers-stop"));
        }
        T server = starter.get();
        started.push(server);
        return server;
    }

    private static boolean containersWanted() {
        return Boolean.getBoolean("longshore.test.containers");
    }

    private synchronized void stop() {
        while (!started.isEmpty()) {
            stop(started.pop());
        }
    }

    /** The JVM ends: one server that does not stop must not keep the others alive. */
    private static void stop(AutoCloseable server) {
        try {
            server.close();
        } catch (Exception e) {
            System.err.println("A test server did not stop: " + e);
        }
    }
}
