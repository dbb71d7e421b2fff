package dev.longshore.console.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminPasswordFileTest {
    @TempDir
    Path folder;

    @Test
    void is_readable_by_its_owner_only_and_leaves_nothing_else_behind() throws IOException {
        Path path = folder.resolve("home").resolve("admin-password");

        AdminPasswordFile.Offer offer = new AdminPasswordFile(path).offer("first");

        assertThat(offer).isEqualTo(new AdminPasswordFile.Offer("first", true));
        assertThat(path).hasContent("first\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(path.getParent()).isDirectoryContaining(file -> file.equals(path));
        try (var files = Files.list(folder.resolve("home"))) {
            assertThat(files).containsExactly(path);
        }
    }

    @Test
    void is_not_overwritten_but_read_by_whoever_comes_second() throws IOException {
        Path path = folder.resolve("admin-password");
        new AdminPasswordFile(path).offer("first");

        assertThat(new AdminPasswordFile(path).offer("second")).isEqualTo(new AdminPasswordFile.Offer("first", false));
        assertThat(path).hasContent("first\n");
    }

    @Test
    void does_not_show_the_password_in_logs() {
        assertThat(new AdminPasswordFile.Offer("secret", true).toString()).doesNotContain("secret");
    }
}
