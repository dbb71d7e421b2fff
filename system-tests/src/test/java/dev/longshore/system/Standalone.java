package dev.longshore.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.standalone.StandaloneApplication;
import dev.longshore.testing.Eventually;
import dev.longshore.testing.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The whole product in one process, as {@code ./longshore up} starts it.
 *
 * @param home where it keeps everything
 */
public record Standalone(ServiceProcess process, Path home, int port) implements AutoCloseable {
    private static final Duration FIRST_START = Duration.ofMinutes(2);
    private static final int PORTS_IN_A_ROW = 8;

    /** Starts it for the first time, and returns when it says that it is ready. */
    public static Standalone start(Path home, long sampleRows) {
        int port = FreePorts.block(PORTS_IN_A_ROW);
        ServiceProcess process = ServiceProcess.start(
                "standalone",
                "-Xmx768m",
                StandaloneApplication.class,
                Map.of(),
                List.of(
                        "--home", home.toString(),
                        "--port", Integer.toString(port),
                        "--sample-rows", Long.toString(sampleRows)));
        Standalone standalone = new Standalone(process, home, port);
        try {
            Eventually.within(FIRST_START).isTrue("longshore says that it is ready", () -> {
                assertThat(process.isAlive())
                        .as("process says: %s", process.output())
                        .isTrue();
                return process.output().contains("ready after");
            });
        } catch (AssertionError e) {
            process.close();
            throw e;
        }
        return standalone;
    }

    /** Address of the console. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** What the first start generated for the user {@code admin}. */
    public String adminPassword() {
        try {
            return Files.readString(home.resolve("admin-password")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
