package dev.longshore.console.user;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The file that tells the owner of the installation the generated password. It appears whole or not at all, readable by
 * its owner only, and is never overwritten: whoever comes second reads what the first wrote.
 */
final class AdminPasswordFile {
    private final Path path;

    AdminPasswordFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    Path path() {
        return path;
    }

    /** What to sign in with: the password that the file holds already, else {@code candidate}, which it holds from now on. */
    Offer offer(String candidate) throws IOException {
        Path folder = path.getParent();
        if (folder == null) {
            throw new IOException("not a file's path: " + path);
        }
        Files.createDirectories(folder);
        Path whole = Files.createTempFile(folder, ".admin-password", null, ownerOnly());
        try {
            write(whole, candidate);
            Files.createLink(path, whole);
            return new Offer(candidate, true);
        } catch (FileAlreadyExistsException e) {
            return new Offer(Files.readString(path).strip(), false);
        } finally {
            Files.delete(whole);
        }
    }

    /** Takes back a password that did not become the administrator's. */
    void withdraw() throws IOException {
        Files.deleteIfExists(path);
    }

    private static void write(Path file, String password) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(password + "\n");
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }

    /** @param written whether this call made the file */
    record Offer(String password, boolean written) {
        @Override
        public String toString() {
            return "Offer[written=" + written + "]";
        }
    }
}
