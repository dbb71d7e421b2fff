package dev.longshore.artifact;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns what the file system says into the failures of the port. */
final class StoreFailures {
    /** Below this much room a failed write is taken for a full store, whatever language the message is in. */
    private static final long NO_ROOM_BYTES = 1L << 20;

    private StoreFailures() {}

    static ArtifactStoreException translate(String what, Path root, IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return new NoSuchObjectException(what);
        }
        if (saysFull(failure) || isFull(root)) {
            return new StoreFullException("no space left in the artifact store: " + what, failure);
        }
        return new StoreUnavailableException("artifact store failed: " + what + ": " + reason(failure), failure);
    }

    private static boolean saysFull(IOException failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("no space left")
                || message.contains("not enough space")
                || message.contains("quota exceeded");
    }

    private static boolean isFull(Path root) {
        try {
            return Files.getFileStore(root).getUsableSpace() < NO_ROOM_BYTES;
        } catch (IOException e) {
            // The store does not even answer this: then it is not known to be full, and the first failure tells more.
            return false;
        }
    }

    /** The reason without the path, which is nobody's business outside of the machine. */
    private static @Nullable String reason(IOException failure) {
        if (failure instanceof FileSystemException fileSystem && fileSystem.getReason() != null) {
            return fileSystem.getReason();
        }
        return failure.getClass().getSimpleName();
    }
}
