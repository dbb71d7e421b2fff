package dev.longshore.standalone;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;

/** The folder of an installation: only its owner can look inside. */
record Home(Path root) {

    static Home open(Path root) {
        try {
            Files.createDirectories(root);
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            var home = new Home(root.toRealPath());
            Files.createDirectories(home.logs());
            return home;
        } catch (IOException e) {
            throw new UsageException("the home folder %s cannot be used: %s".formatted(root, e), e);
        }
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path artifacts() {
        return root.resolve("artifacts");
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path adminPassword() {
        return root.resolve("admin-password");
    }

    /** Generated passwords. */
    Path secrets() {
        return root.resolve("secrets.properties");
    }

    /** What does not change over the life of a home. */
    Path installation() {
        return root.resolve("installation.properties");
    }

    /** How a further worker process reaches the running installation; exists while it runs. */
    Path connection() {
        return root.resolve("connection.properties");
    }

    Path pid() {
        return root.resolve("longshore.pid");
    }

    Path lock() {
        return root.resolve("longshore.lock");
    }

    /** Empty when the file does not exist. */
    static Properties read(Path file) {
        var properties = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(file + " cannot be read", e);
            }
        }
        return properties;
    }

    static void write(Path file, Properties properties, String comment) {
        var text = new StringWriter();
        try {
            properties.store(text, comment);
            writeForOwner(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    /** Replaces the file in one step; at no moment can anybody but the owner read it. */
    static void writeForOwner(Path file, String text) throws IOException {
        var next = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(next);
        Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(next, text);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
