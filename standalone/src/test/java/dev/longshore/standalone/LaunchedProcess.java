package dev.longshore.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.testing.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A main class of this module in a process of its own, as ./longshore starts it; what it says is kept in a file. */
final class LaunchedProcess implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(4);
    private static final long LONGEST_STOP_SECONDS = 60;

    private final Process process;
    private final Path output;

    private LaunchedProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static LaunchedProcess start(Class<?> mainClass, Path folder, String... arguments) throws IOException {
        return start(Map.of(), mainClass, folder, arguments);
    }

    static LaunchedProcess start(Map<String, String> environment, Class<?> mainClass, Path folder, String... arguments)
            throws IOException {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass.getName()));
        command.addAll(List.of(arguments));
        var output = Files.createTempFile(folder, mainClass.getSimpleName(), ".out");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return new LaunchedProcess(builder.start(), output);
    }

    /** Waits for a line that contains the text; fails at once when the process ends before. */
    LaunchedProcess says(String text) throws IOException {
        Eventually.within(LONGEST_START).holds("the process says '" + text + "'", () -> {
            if (process.isAlive() && !output().contains(text)) {
                throw new AssertionError("so far: " + output());
            }
        });
        assertThat(output()).contains(text);
        return this;
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    long pid() {
        return process.pid();
    }

    int awaitExit() throws InterruptedException, IOException {
        if (!process.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("still runs after a minute: " + output());
        }
        return process.exitValue();
    }

    /** As Ctrl-C and ./longshore down do. */
    int stop() throws InterruptedException, IOException {
        process.destroy();
        return awaitExit();
    }

    /** As kill -9 does. */
    void kill() throws InterruptedException, IOException {
        process.destroyForcibly();
        awaitExit();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, LONGEST_STOP_SECONDS, TimeUnit.SECONDS)
                .join();
        process.destroyForcibly();
    }
}
