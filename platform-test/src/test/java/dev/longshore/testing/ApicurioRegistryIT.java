package dev.longshore.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Apicurio Registry as the Maven artifact that the build unpacks, in a process of its own. */
class ApicurioRegistryIT extends RegistryContract {
    private static final Duration STARTUP = Duration.ofMinutes(2);

    private static @Nullable Process process;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        Path jar = Path.of(Objects.requireNonNull(
                System.getProperty("longshore.test.apicurio"), "set by the build: run mvn verify"));
        assertThat(jar).as("the registry that the build unpacks").exists();
        port = FreePorts.next();
        File log = Files.createDirectories(Path.of("target"))
                .resolve("apicurio.log")
                .toFile();
        Process started = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-jar",
                        jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        process = started;
        RegistryClient client = new RegistryClient(address());
        Eventually.within(STARTUP).isTrue("Apicurio answers, see " + log, () -> {
            assertThat(started.isAlive()).as("Apicurio runs, see %s", log).isTrue();
            return client.get("/subjects").status() == 200;
        });
    }

    @AfterAll
    static void stop() throws Exception {
        Process started = process;
        if (started != null) {
            started.destroy();
            if (!started.waitFor(60, TimeUnit.SECONDS)) {
                started.destroyForcibly();
            }
        }
    }

    private static URI address() {
        return URI.create("http://127.0.0.1:%d/apis/ccompat/v7".formatted(port));
    }

    @Override
    URI registry() {
        return address();
    }
}
