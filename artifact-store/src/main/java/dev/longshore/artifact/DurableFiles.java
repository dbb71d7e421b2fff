package dev.longshore.artifact;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Changes to a directory tree that survive a power failure, and removals that several workers may do at once. */
final class DurableFiles {
    /** Ends of late writers: each round of removal may meet one more half-written file. */
    private static final int REMOVAL_ROUNDS = 10;

    private DurableFiles() {}

    /** Creates a directory and those above it, each entry durable. */
    static void createDirectories(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Path parent = directory.getParent();
        if (parent != null) {
            createDirectories(parent);
        }
        try {
            Files.createDirectory(directory);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(directory)) {
                throw e;
            }
        }
        if (parent != null) {
            syncDirectory(parent);
        }
    }

    /** Makes the names in a directory durable. */
    static void syncDirectory(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static void deleteTree(Path tree) throws IOException {
        for (int round = 1; Files.exists(tree); round++) {
            try {
                Files.walkFileTree(tree, new Removal());
            } catch (DirectoryNotEmptyException e) {
                if (round == REMOVAL_ROUNDS) {
                    throw e;
                }
            } catch (NoSuchFileException e) {
                if (round == REMOVAL_ROUNDS) {
                    throw e;
                }
            }
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
