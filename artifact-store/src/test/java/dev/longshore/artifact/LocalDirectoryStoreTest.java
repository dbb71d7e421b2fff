package dev.longshore.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDirectoryStoreTest extends ArtifactStoreContract {
    @TempDir
    Path directory;

    @Override
    ArtifactStore emptyStore() {
        return new LocalDirectoryStore(directory.resolve("not/there/yet"));
    }

    @Test
    void what_is_half_written_has_no_public_name_on_disk_either() throws IOException {
        ArtifactStore store = new LocalDirectoryStore(directory);
        try (StagedWriter writer = store.writeStaged(new StagedName("run", "segment"))) {
            writer.write(new byte[100], 0, 100);
            assertThat(filesUnder(directory))
                    .singleElement()
                    .satisfies(file -> assertThat(file.getFileName().toString()).startsWith("."));
        }
        assertThat(filesUnder(directory)).isEmpty();
    }

    @Test
    void a_crash_behind_the_link_is_finished_by_the_next_attempt() throws IOException {
        ArtifactStore store = new LocalDirectoryStore(directory);
        StagedName staged = new StagedName("run", "file-1");
        try (StagedWriter writer = store.writeStaged(staged)) {
            writer.write(new byte[5], 0, 5);
            writer.commit();
        }
        Files.createDirectories(directory.resolve("folder"));
        Files.createLink(directory.resolve("folder/a.jsonl"), directory.resolve(".staging/run/file-1"));

        assertThat(store.publish(staged, new PublishedName("folder", "a.jsonl"), 5))
                .isEqualTo(PublishOutcome.ALREADY_PUBLISHED);
        assertThat(store.published(new PublishedName("folder", "a.jsonl")).bytes())
                .isEqualTo(5);
    }

    @Test
    void a_full_disk_is_reported_by_its_name() throws IOException {
        Path full = Path.of("/dev/full");
        assumeThat(Files.exists(full)).as("a device that is always full").isTrue();
        try (FileChannel channel = FileChannel.open(full, StandardOpenOption.WRITE);
                StagedWriter writer = new LocalStagedWriter(
                        directory,
                        new StagedName("run", "segment"),
                        directory.resolve("none"),
                        directory.resolve("segment"),
                        channel,
                        Runnable::run)) {
            assertThatThrownBy(() -> writer.write(new byte[10], 0, 10))
                    .isInstanceOf(StoreFullException.class)
                    .hasMessageContaining("run/segment");
        }
    }

    @Test
    void large_objects_that_the_disk_begins_with_early_are_whole() throws IOException {
        ArtifactStore store = new LocalDirectoryStore(directory);
        StagedName name = new StagedName("run", "large");
        byte[] block = new byte[1 << 20];
        try (StagedWriter writer = store.writeStaged(name)) {
            for (int i = 0; i < 70; i++) {
                Arrays.fill(block, (byte) i);
                writer.write(block, 0, block.length);
            }
            writer.commit();
        }
        try (InputStream in = store.readStaged(name, new ByteRange(33L << 20, 2L << 20))) {
            byte[] read = in.readAllBytes();
            assertThat(read).hasSize(2 << 20);
            assertThat(read[0]).isEqualTo((byte) 33);
            assertThat(read[read.length - 1]).isEqualTo((byte) 34);
        }
        assertThat(store.staged(name).bytes()).isEqualTo(70L << 20);
    }

    @Test
    void a_root_that_cannot_be_a_directory_is_refused_without_telling_the_path() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "x");
        assertThatThrownBy(() -> new LocalDirectoryStore(file.resolve("store")))
                .isInstanceOf(ArtifactStoreException.class);
    }

    private static List<Path> filesUnder(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
