package dev.longshore.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * The memory of a subject: one file per version that was ever published, the schema with all its parts, as the registry
 * holds it. Files are added and never changed, since messages of every version may still be on disk somewhere.
 */
record SchemaHistory(Path folder) {
    private static final Path ROOT = Contract.module().resolve("src/main/schema-history");

    static SchemaHistory of(Contract contract) {
        return new SchemaHistory(ROOT.resolve(contract.subject()));
    }

    /** Names of all subjects that have a memory. */
    static List<String> subjects() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .toList();
        }
    }

    /** All versions, oldest first; empty for a new subject. */
    List<Schema> versions() throws IOException {
        List<Schema> versions = new ArrayList<>();
        while (Files.exists(file(versions.size() + 1))) {
            versions.add(new Schema.Parser().parse(file(versions.size() + 1).toFile()));
        }
        return versions;
    }

    /** Files in the folder, whatever they are. */
    long files() throws IOException {
        if (!Files.exists(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    void remember(Schema schema) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(file(versions().size() + 1), schema.toString(true) + "\n");
    }

    private Path file(int version) {
        return folder.resolve("v" + version + ".avsc");
    }
}
