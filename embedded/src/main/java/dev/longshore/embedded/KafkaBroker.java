package dev.longshore.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.raft.DynamicVoters;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One real Kafka node, broker and controller in one, inside this JVM: the same code and the same files on disk as an
 * ordinary broker. Listens on 127.0.0.1 without a password.
 *
 * <p>Messages survive {@link #close} and a killed JVM. They are written to disk in the operating system's time: when the
 * machine itself loses power, the last seconds may be missing. A defect inside the broker ends the JVM, as it ends an
 * ordinary broker.
 */
public final class KafkaBroker implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(KafkaBroker.class);

    private final KafkaRaftServer server;
    private final int port;

    private KafkaBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * @param home folder of the broker's files, created if missing
     * @param port port for clients; 0 takes a free one
     * @param controllerPort port on which the node speaks to itself; 0 takes a free one. Both ports stay the same over
     *     the life of a home, since the files name them
     */
    public record Settings(Path home, int port, int controllerPort) {
        public Settings {
            requirePort(port);
            requirePort(controllerPort);
            if (port != 0 && port == controllerPort) {
                throw new IllegalArgumentException("port and controller port are the same: " + port);
            }
        }

        private static void requirePort(int port) {
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("port must be between 0 and 65535 but is " + port);
            }
        }
    }

    /**
     * Starts the broker and returns when clients can use it: about 3 s in a cold JVM; some 4 s more after a kill, until
     * the node's former session has ended.
     *
     * @throws IllegalStateException when a port is taken
     */
    public static KafkaBroker start(Settings settings) {
        return start(settings, Map.of());
    }

    /**
     * The same with settings that a broker's {@code server.properties} would hold, for example of a second listener with TLS
     * and passwords; they win over ours.
     *
     * @throws IllegalStateException when a port is taken
     */
    public static KafkaBroker start(Settings settings, Map<String, String> overrides) {
        try {
            int port = LoopbackPort.orAnyFree(settings.port());
            int controllerPort = LoopbackPort.orAnyFree(settings.controllerPort());
            LoopbackPort.requireFree(port, "Kafka");
            LoopbackPort.requireFree(controllerPort, "Kafka's controller");
            Path data = settings.home().resolve("data");
            Files.createDirectories(data);
            if (!Files.exists(data.resolve("meta.properties"))) {
                format(data, controllerPort);
            }
            Properties properties = KafkaNode.settings(data, port, controllerPort);
            properties.putAll(overrides);
            KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
            server.startup();
            log.info("Kafka is up: port={} home={}", port, settings.home());
            return new KafkaBroker(server, port);
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka did not start in " + settings.home(), e);
        }
    }

    /** {@code meta.properties} is written last, so a format that was cut short is done again. */
    private static void format(Path data, int controllerPort) throws IOException {
        String voter = "%d@127.0.0.1:%d:%s".formatted(KafkaNode.NODE_ID, controllerPort, Uuid.randomUuid());
        try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream())) {
            new Formatter()
                    .setPrintStream(silent)
                    .setNodeId(KafkaNode.NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName(KafkaNode.CONTROLLER_LISTENER)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setDirectories(List.of(data.toString()))
                    .setMetadataLogDirectory(data.toString())
                    .setIgnoreFormatted(true)
                    .setHasDynamicQuorum(true)
                    .setInitialControllers(DynamicVoters.parse(voter))
                    .run();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("Could not format " + data, e);
        }
    }

    /** What clients set as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Port for clients on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Stops the broker in order, so that the next start needs no repair. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
