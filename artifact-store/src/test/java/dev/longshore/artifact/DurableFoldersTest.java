package dev.longshore.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFoldersTest {
    @TempDir
    Path directory;

    private final List<Path> synced = new ArrayList<>();
    private final DurableFolders folders = new DurableFolders(synced::add);

    @Test
    void a_folder_that_another_has_made_is_made_durable_too_but_only_once() throws IOException {
        Path folder = Files.createDirectory(directory.resolve("made-by-another"));
        folders.ensure(folder);
        folders.ensure(folder);
        assertThat(synced).containsExactly(directory);
    }

    @Test
    void a_folder_is_made_when_it_is_not_there() throws IOException {
        folders.ensure(directory.resolve("new"));
        assertThat(directory.resolve("new")).isDirectory();
        assertThat(synced).containsExactly(directory);
    }

    @Test
    void a_folder_that_was_removed_is_made_durable_again() throws IOException {
        Path folder = directory.resolve("folder");
        folders.ensure(folder);
        Files.delete(folder);
        folders.forget(folder);
        folders.ensure(folder);
        assertThat(synced).hasSize(2);
    }

    @Test
    void a_sync_that_failed_is_tried_again() throws IOException {
        List<Path> tried = new ArrayList<>();
        DurableFolders failing = new DurableFolders(path -> {
            tried.add(path);
            throw new IOException("no");
        });
        Path folder = Files.createDirectory(directory.resolve("folder"));
        assertThatThrownBy(() -> failing.ensure(folder)).hasMessage("no");
        assertThatThrownBy(() -> failing.ensure(folder)).hasMessage("no");
        assertThat(tried).hasSize(2);
    }
}
