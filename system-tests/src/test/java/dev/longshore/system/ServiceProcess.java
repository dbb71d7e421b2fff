package dev.longshore.system;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/**
 * A part of the product as a process of its own, with the class path of the tests. What it logs and prints stands in {@code
 * target/logs/<name>-<tests' JVM>-<number>.log} and {@code .out}.
 */
public final class ServiceProcess implements AutoCloseable {
    private static final Path LOGS = Path.of("target", "logs");
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final long STOP_SECONDS = 60;

    private final Process process;
    private final String name;
    private final Path output;

    private ServiceProcess(Process process, String name, Path output) {
        this.process = process;
        this.name = name;
        this.output = output;
    }

    /**
     * A service, with the heap that a worker is promised to need. It can be {@linkplain #tell told} something.
     *
     * @param properties Spring properties, handed over in the environment and so in no process list
     */
    public static ServiceProcess start(String service, Class<?> main, Map<String, Object> properties) {
        String settings = JsonMapper.shared().writeValueAsString(properties);
        return start(
                service,
                "-Xmx128m",
                main,
                Map.of("SPRING_APPLICATION_JSON", settings),
                List.of(),
                ProcessBuilder.Redirect.PIPE);
    }

    /** Any program of the product. */
    static ServiceProcess start(
            String program, String heap, Class<?> main, Map<String, String> environment, List<String> arguments) {
        return start(program, heap, main, environment, arguments, ProcessBuilder.Redirect.from(new File("/dev/null")));
    }

    private static ServiceProcess start(
            String program,
            String heap,
            Class<?> main,
            Map<String, String> environment,
            List<String> arguments,
            ProcessBuilder.Redirect input) {
        // Tests run in several JVMs at a time, and what one waits for must not be said by a process of another.
        String name = "%s-%d-%d".formatted(program, ProcessHandle.current().pid(), NUMBER.incrementAndGet());
        try {
            Files.createDirectories(LOGS);
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    heap,
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xshare:auto",
                    "-cp",
                    System.getProperty("java.class.path"),
                    main.getName()));
            command.addAll(arguments);
            Path output = LOGS.resolve(name + ".out");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(input)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().put("SYSTEM_TEST_PROCESS", name);
            builder.environment().putAll(environment);
            return new ServiceProcess(builder.start(), name, output);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name, e);
        }
    }

    /** What it has printed so far. */
    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a line to the input of a service that reads it. */
    public void tell(String line) {
        try {
            process.getOutputStream().write((line + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " does not listen", e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public String name() {
        return name;
    }

    /** As kill -9 does: the process gets no chance to say or tidy anything. Returns when it is gone. */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    /** As Ctrl-C or an orchestrator does; kills a process that does not stop within a minute. */
    @Override
    public void close() {
        process.destroy();
        await();
    }

    private void await() {
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("%s did not stop within %d s".formatted(name, STOP_SECONDS));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
