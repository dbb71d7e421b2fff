package dev.longshore.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** The folder of a PostgreSQL server: what stands in its files, read and changed without the server. */
final class PostgresFolder {
    private static final String MAJOR_VERSION = "17";
    private static final int PID_FILE_PORT_LINE = 3;
    private static final String ASK_FOR_PASSWORDS = """
            # Written by Longshore: everybody needs a password, also on this machine.
            local all all scram-sha-256
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private final Path home;

    PostgresFolder(Path home) {
        this.home = home;
    }

    Path data() {
        return home.resolve("pg-data");
    }

    Path binaries() {
        return home.resolve("pg-bin");
    }

    /** Says in words what would otherwise end in a time-out or, worse, in another server being taken for ours. */
    void requireUsable(int port) throws IOException {
        requireVersion();
        Optional<Survivor> survivor = survivor();
        if (survivor.isEmpty()) {
            LoopbackPort.requireFree(port, "PostgreSQL");
        } else if (survivor.get().port() != port) {
            throw new IllegalStateException(
                    "PostgreSQL still runs for %s on port %d since an earlier start (process %d). Start on that port, or end it."
                            .formatted(
                                    home, survivor.get().port(), survivor.get().pid()));
        }
    }

    private void requireVersion() throws IOException {
        Path version = data().resolve("PG_VERSION");
        if (Files.exists(version) && !Files.readString(version).trim().equals(MAJOR_VERSION)) {
            throw new IllegalStateException("%s was written by PostgreSQL %s; this is %s"
                    .formatted(data(), Files.readString(version).trim(), MAJOR_VERSION));
        }
    }

    private record Survivor(long pid, int port) {}

    /** The server that outlived the JVM that started it, told from a stale file by its process. */
    private Optional<Survivor> survivor() throws IOException {
        Path pidFile = data().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.size() <= PID_FILE_PORT_LINE) {
            return Optional.empty();
        }
        long pid = Long.parseLong(lines.get(0).trim());
        int port = Integer.parseInt(lines.get(PID_FILE_PORT_LINE).trim());
        return ProcessHandle.of(pid)
                .filter(process -> process.info().command().orElse("postgres").contains("postgres"))
                .map(process -> new Survivor(pid, port));
    }

    /** Whether the rules are still those of a new cluster. */
    boolean trustsEverybody() throws IOException {
        return !Files.readString(rules()).equals(ASK_FOR_PASSWORDS);
    }

    /** Replaces the rules in one step; the server reads them when it is told to. */
    void askForPasswords() throws IOException {
        Path next = data().resolve("pg_hba.conf.next");
        Files.writeString(next, ASK_FOR_PASSWORDS);
        Files.move(next, rules(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path rules() {
        return data().resolve("pg_hba.conf");
    }
}
