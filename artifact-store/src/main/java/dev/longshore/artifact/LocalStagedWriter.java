package dev.longshore.artifact;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.concurrent.Executor;

/** Writes to a file with a private name, and renames it when it is complete. */
final class LocalStagedWriter implements StagedWriter {
    private final Path root;
    private final StagedName name;
    private final Path partial;
    private final Path target;
    private final FileChannel channel;
    private final EarlySync earlySync;
    private long bytes;
    private boolean committed;

    LocalStagedWriter(Path root, StagedName name, Path partial, Path target, FileChannel channel, Executor syncer) {
        this.root = root;
        this.name = name;
        this.partial = partial;
        this.target = target;
        this.channel = channel;
        this.earlySync = new EarlySync(() -> channel.force(false), syncer);
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(source, offset, length);
            while (buffer.hasRemaining()) {
                bytes += channel.write(buffer);
            }
            earlySync.wrote(bytes);
        } catch (IOException e) {
            throw StoreFailures.translate("writing " + name, root, e);
        }
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public void commit() {
        try {
            earlySync.finish();
            channel.force(true);
            channel.close();
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
            DurableFiles.syncDirectory(Objects.requireNonNull(target.getParent()));
            committed = true;
        } catch (IOException e) {
            throw StoreFailures.translate("completing " + name, root, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            if (!committed) {
                Files.deleteIfExists(partial);
            }
        } catch (IOException e) {
            throw StoreFailures.translate("giving up " + name, root, e);
        }
    }
}
