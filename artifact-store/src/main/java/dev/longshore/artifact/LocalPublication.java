package dev.longshore.artifact;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Gives a complete file the name that it is published under. Several may do so at once: a worker that has lost its lease without
 * noticing, and the one that holds it now. Whoever comes late finds the file in place, and its own source gone.
 */
final class LocalPublication {
    private LocalPublication() {}

    /**
     * Links the source to the target, which was not there a moment ago. Returns whether this call did it, or another before.
     *
     * @throws NoSuchObjectException when there is neither a source nor a target
     * @throws ConflictingObjectException when either has another size than expected
     */
    static boolean place(Path source, StagedName from, Path target, PublishedName to, long expectedBytes)
            throws IOException {
        boolean linked;
        try {
            requireSize(source, from.toString(), expectedBytes);
            linked = link(source, target);
        } catch (NoSuchFileException e) {
            if (!Files.exists(target)) {
                throw new NoSuchObjectException(from.toString());
            }
            linked = false;
        }
        requirePublished(target, to, expectedBytes);
        return linked;
    }

    static void requirePublished(Path target, PublishedName to, long expectedBytes) throws IOException {
        try {
            requireSize(target, to.toString(), expectedBytes);
        } catch (NoSuchFileException e) {
            throw new NoSuchObjectException(to.toString());
        }
    }

    /** Gives a complete file a name that must not be taken. Returns whether it got it. */
    static boolean link(Path complete, Path name) throws IOException {
        try {
            Files.createLink(name, complete);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private static void requireSize(Path file, String name, long expectedBytes) throws IOException {
        long actual = Files.size(file);
        if (actual != expectedBytes) {
            throw new ConflictingObjectException(name, expectedBytes, actual);
        }
    }
}
