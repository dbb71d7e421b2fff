package dev.longshore.worker.testing;

import dev.longshore.testing.KafkaExtension;
import dev.longshore.testing.PostgresExtension;
import dev.longshore.worker.ExportWorkerApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A worker as a process of its own, with the small heap that it promises to do with. */
public final class WorkerJvm implements AutoCloseable {
    private static final long STOP_SECONDS = 40;

    private final Process process;
    private final Path log;

    private WorkerJvm(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a worker process.
     *
     * @param log where its output goes
     */
    public static WorkerJvm start(
            PostgresExtension postgres, KafkaExtension kafka, Path artifacts, Path log, Map<String, String> settings)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path", ""),
                ExportWorkerApplication.class.getName()));
        command.addAll(Worker.arguments(postgres, kafka, artifacts, settings));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new WorkerJvm(process, log);
    }

    /** Ends it as kill -9 does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** What it has written so far. */
    public String output() throws IOException {
        return Files.readString(log);
    }

    /** Stops it as a signal does. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
