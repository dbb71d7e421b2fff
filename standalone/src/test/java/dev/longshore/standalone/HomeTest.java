package dev.longshore.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    private Path folder;

    @Test
    void a_home_and_what_is_written_in_it_belong_to_the_owner_alone() throws IOException {
        var home = Home.open(folder.resolve("home"));
        Home.write(home.secrets(), new Properties(), "test");
        assertThat(permissions(home.root())).isEqualTo("rwx------");
        assertThat(permissions(home.secrets())).isEqualTo("rw-------");
    }

    @Test
    void a_file_that_others_could_read_is_replaced_by_one_that_they_cannot() throws IOException {
        var home = Home.open(folder);
        Files.writeString(home.secrets(), "open=1");
        Home.writeForOwner(home.secrets(), "closed=1");
        assertThat(permissions(home.secrets())).isEqualTo("rw-------");
        assertThat(Home.read(home.secrets())).containsOnlyKeys("closed");
    }

    @Test
    void a_home_that_is_a_file_is_refused_in_words() throws IOException {
        var file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> Home.open(file))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void passwords_are_made_once_and_found_again() {
        var home = Home.open(folder);
        var made = new Secrets(home).password("worker");
        assertThat(made).hasSizeGreaterThanOrEqualTo(32);
        assertThat(new Secrets(home).password("worker")).isEqualTo(made);
        assertThat(new Secrets(home).password("history")).isNotEqualTo(made);
    }

    @Test
    void a_home_is_run_once_at_a_time() throws IOException {
        var home = Home.open(folder);
        try (var lock = HomeLock.take(home)) {
            assertThat(lock).isNotNull();
            assertThat(Files.readString(home.pid()).trim())
                    .isEqualTo(Long.toString(ProcessHandle.current().pid()));
            assertThatThrownBy(() -> HomeLock.take(home))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("already runs in " + home.root())
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
        assertThat(home.pid()).doesNotExist();
        HomeLock.take(home).close();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
