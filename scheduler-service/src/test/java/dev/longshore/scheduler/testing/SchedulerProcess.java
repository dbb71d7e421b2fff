package dev.longshore.scheduler.testing;

import dev.longshore.testing.Eventually;
import dev.longshore.testing.KafkaExtension;
import dev.longshore.testing.PostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link ParkingScheduler} in a process of its own, which can be killed. */
public final class SchedulerProcess implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(1);
    private static final long LONGEST_END_SECONDS = 20;

    private final Process process;
    private final Path log;

    private SchedulerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it, and returns when it looks for due jobs.
     *
     * @param log where its output goes
     */
    public static SchedulerProcess start(PostgresExtension postgres, KafkaExtension kafka, Path log)
            throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ParkingScheduler.class.getName(),
                "--server.port=0",
                "--spring.datasource.url=" + postgres.jdbcUrl(),
                "--spring.datasource.username=" + postgres.username(),
                "--spring.datasource.password=" + postgres.password(),
                "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                "--longshore.registry.url=" + kafka.registryUrl());
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var started = new SchedulerProcess(process, log);
        started.awaitOutput("Started ParkingScheduler", LONGEST_START);
        return started;
    }

    /** Returns when one of its threads holds due jobs and stands before the commit. */
    public void awaitParked(Duration limit) {
        awaitOutput(ParkingScheduler.PARKED, limit);
    }

    /** As kill -9 does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the process outlives its kill");
        }
    }

    private void awaitOutput(String text, Duration limit) {
        Eventually.within(limit).isTrue("the scheduler process says '%s'".formatted(text), () -> {
            var output = Files.readString(log);
            if (!process.isAlive()) {
                throw new AssertionError("it has ended: " + output);
            }
            return output.contains(text);
        });
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
