package dev.longshore.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two publishers at once, after both have seen that the file is not there yet. */
class LocalPublicationTest {
    private static final StagedName FROM = new StagedName("run", "file-1");
    private static final PublishedName TO = new PublishedName("folder", "a.jsonl");

    @TempDir
    Path directory;

    private ArtifactStore store;
    private Path source;
    private Path target;

    @BeforeEach
    void stage() throws IOException {
        store = new LocalDirectoryStore(directory);
        source = directory.resolve(".staging/run/file-1");
        target = Files.createDirectories(directory.resolve("folder")).resolve("a.jsonl");
        try (StagedWriter writer = store.writeStaged(FROM)) {
            writer.write(new byte[5], 0, 5);
            writer.commit();
        }
    }

    @Test
    void the_late_one_finds_the_file_in_place_and_its_own_source_gone() throws IOException {
        assertThat(store.publish(FROM, TO, 5)).isEqualTo(PublishOutcome.PUBLISHED);
        store.deleteStaging(FROM.run());

        assertThat(LocalPublication.place(source, FROM, target, TO, 5)).isFalse();
        assertThat(store.published(TO).bytes()).isEqualTo(5);
    }

    @Test
    void the_late_one_finds_the_file_in_place_before_its_source_is_removed() throws IOException {
        Files.createLink(target, source);

        assertThat(LocalPublication.place(source, FROM, target, TO, 5)).isFalse();
    }

    @Test
    void a_file_of_another_size_is_never_taken_for_ones_own() throws IOException {
        Files.delete(source);
        Files.write(target, new byte[6]);

        assertThatThrownBy(() -> LocalPublication.place(source, FROM, target, TO, 5))
                .isInstanceOf(ConflictingObjectException.class);
    }

    @Test
    void without_source_and_file_the_source_is_missed() throws IOException {
        Files.delete(source);

        assertThatThrownBy(() -> LocalPublication.place(source, FROM, target, TO, 5))
                .isInstanceOf(NoSuchObjectException.class)
                .hasMessageContaining("run/file-1");
    }
}
