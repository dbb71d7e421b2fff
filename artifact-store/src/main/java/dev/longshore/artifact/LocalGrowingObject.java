package dev.longshore.artifact;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A file that has its name from the beginning. It is written in large aligned pieces, past the system's page cache where the file
 * system allows that (see {@link DirectFiles}); what does not fill a block of the disk is padded until more comes.
 */
final class LocalGrowingObject implements GrowingObject {
    private static final int BUFFER = 1 << 20;

    private final Path root;
    private final Path directory;
    private final StagedName name;
    private final FileChannel channel;
    private final int blockSize;
    private final ByteBuffer buffer;
    private final AtomicLong bytes = new AtomicLong();

    /** Where in the file the buffer's first byte belongs; guarded, like the buffer, by it. */
    private long bufferAt;

    private boolean ended;

    /** Guarded by this. */
    private long synced = -1;

    private boolean endSynced;
    private @Nullable ArtifactStoreException syncFailure;

    /** @param directory holds the file; its entry there becomes durable with the first sync */
    LocalGrowingObject(Path root, Path directory, StagedName name, FileChannel channel, int blockSize) {
        this.root = root;
        this.directory = directory;
        this.name = name;
        this.channel = channel;
        this.blockSize = blockSize;
        this.buffer = ByteBuffer.allocateDirect(BUFFER + blockSize).alignedSlice(blockSize);
        buffer.limit(BUFFER);
    }

    @Override
    public StagedName name() {
        return name;
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        try {
            synchronized (buffer) {
                int from = offset;
                int left = length;
                while (left > 0) {
                    int count = Math.min(left, buffer.remaining());
                    buffer.put(source, from, count);
                    from += count;
                    left -= count;
                    if (!buffer.hasRemaining()) {
                        store(BUFFER);
                        bufferAt += BUFFER;
                        buffer.clear().limit(BUFFER);
                    }
                }
                bytes.addAndGet(length);
            }
        } catch (IOException e) {
            throw StoreFailures.translate("writing " + name, root, e);
        }
    }

    @Override
    public long bytes() {
        return bytes.get();
    }

    @Override
    public void end() {
        try {
            synchronized (buffer) {
                if (!ended) {
                    storePart();
                    channel.truncate(bytes.get());
                    ended = true;
                }
            }
        } catch (IOException e) {
            throw StoreFailures.translate("ending " + name, root, e);
        }
    }

    @Override
    public synchronized void sync() {
        ArtifactStoreException before = syncFailure;
        if (before != null) {
            throw before;
        }
        try {
            long upTo;
            boolean atEnd;
            synchronized (buffer) {
                upTo = bytes.get();
                atEnd = ended;
                if (synced == upTo && endSynced == atEnd) {
                    return;
                }
                if (!atEnd) {
                    storePart();
                }
            }
            channel.force(true);
            // The run's staging area may be gone, and the file with it.
            if (synced < 0 && Files.exists(directory)) {
                DurableFiles.syncDirectory(directory);
            }
            synced = upTo;
            endSynced = atEnd;
        } catch (IOException e) {
            ArtifactStoreException failure = StoreFailures.translate("syncing " + name, root, e);
            syncFailure = failure;
            throw failure;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw StoreFailures.translate("closing " + name, root, e);
        }
    }

    /** Writes what the buffer holds, padded to whole blocks; it stays in the buffer and is written again with what follows. */
    private void storePart() throws IOException {
        int held = buffer.position();
        if (held > 0) {
            int padded = (held + blockSize - 1) / blockSize * blockSize;
            for (int i = held; i < padded; i++) {
                buffer.put(i, (byte) 0);
            }
            store(padded);
        }
    }

    private void store(int length) throws IOException {
        ByteBuffer whole = buffer.slice(0, length);
        long at = bufferAt;
        while (whole.hasRemaining()) {
            at += channel.write(whole, at);
        }
    }
}
