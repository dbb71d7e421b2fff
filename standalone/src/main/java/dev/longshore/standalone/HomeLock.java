package dev.longshore.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Sees to it that one home is run once at a time. The operating system frees it when the process dies, however that happens. */
final class HomeLock implements AutoCloseable {

    private final Home home;
    private final FileChannel channel;

    private HomeLock(Home home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    /** Takes the lock and writes the process id for {@code ./longshore down}. */
    static HomeLock take(Home home) {
        try {
            var channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new UsageException(
                        "Longshore already runs in %s%s: use it, stop it with ./longshore down, or start with another --home and --port"
                                .formatted(home.root(), owner(home)));
            }
            Home.writeForOwner(home.pid(), ProcessHandle.current().pid() + "\n");
            return new HomeLock(home, channel);
        } catch (IOException e) {
            throw new UncheckedIOException("the lock of " + home.root() + " cannot be taken", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // this very process runs the home already
        }
    }

    private static String owner(Home home) throws IOException {
        return Files.exists(home.pid())
                ? " (process " + Files.readString(home.pid()).trim() + ")"
                : "";
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(home.pid());
        channel.close();
    }
}
