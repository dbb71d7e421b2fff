package dev.longshore.artifact;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * New files that are written past the system's page cache. A large export would otherwise push everything else out of it, the
 * source's tables first where the machine is shared, and copying to the cache and from there to the disk costs more processor
 * time than encoding the records. File systems that cannot do this get ordinary files.
 */
final class DirectFiles {
    /** Of the platform's own options, hence looked up by name: platforms may lack it. */
    private static final Optional<OpenOption> DIRECT = find("com.sun.nio.file.ExtendedOpenOption", "DIRECT");

    private static final int LARGEST_BLOCK = 64 << 10;
    private static final int USUAL_BLOCK = 4 << 10;

    private DirectFiles() {}

    /** Creates a file that must not be there. Every write must be of whole aligned blocks, see {@link #blockSize}. */
    static FileChannel create(Path file) throws IOException {
        if (DIRECT.isPresent()) {
            try {
                return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, DIRECT.get());
            } catch (FileAlreadyExistsException | NoSuchFileException e) {
                throw e;
            } catch (IOException | UnsupportedOperationException e) {
                // Some file systems create the file before they refuse.
                Files.deleteIfExists(file);
            }
        }
        return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** What addresses, places and lengths of writes must be multiples of. */
    static int blockSize(Path directory) throws IOException {
        try {
            long size = Files.getFileStore(directory).getBlockSize();
            boolean usable = size >= 512 && size <= LARGEST_BLOCK && Long.bitCount(size) == 1;
            return usable ? (int) Math.max(size, USUAL_BLOCK) : USUAL_BLOCK;
        } catch (UnsupportedOperationException e) {
            return USUAL_BLOCK;
        }
    }

    private static Optional<OpenOption> find(String type, String constant) {
        try {
            return Arrays.stream(Class.forName(type).getEnumConstants())
                    .filter(value ->
                            value instanceof Enum<?> option && option.name().equals(constant))
                    .map(OpenOption.class::cast)
                    .findFirst();
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }
}
