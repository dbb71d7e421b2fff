package dev.longshore.console.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.console.Caller.PasswordState;
import dev.longshore.console.Rights;
import dev.longshore.console.Role;
import dev.longshore.testing.MutableClock;
import dev.longshore.testing.PostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class FirstAdministratorIT {
    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final int STARTING_AT_ONCE = 4;

    static Jdbi jdbi;

    @TempDir
    Path folder;

    private final PasswordEncoder encoder = new BCryptPasswordEncoder(4);

    @BeforeAll
    static void migrate() {
        DataSource pool = postgres.migrated("console", "classpath:db/web-console");
        jdbi = Jdbi.create(pool).installPlugin(new SqlObjectPlugin()).installPlugin(new PostgresPlugin());
    }

    @BeforeEach
    void nobody() {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM local_user"));
    }

    @Test
    void the_first_start_creates_an_administrator_whose_password_is_in_the_file() throws IOException {
        start(folder.resolve("password"));

        LocalUserRow admin = users().find("admin").orElseThrow();
        assertThat(admin.rights()).isEqualTo(new Rights(Role.ADMIN, null));
        assertThat(admin.passwordState()).isEqualTo(PasswordState.GENERATED);
        assertThat(passwordIn(folder.resolve("password"))).hasSize(20);
        assertThat(encoder.matches(passwordIn(folder.resolve("password")), admin.passwordHash()))
                .isTrue();
    }

    @Test
    void later_starts_change_nothing_even_without_the_file() throws IOException {
        start(folder.resolve("password"));
        String hash = users().find("admin").orElseThrow().passwordHash();
        Files.delete(folder.resolve("password"));

        start(folder.resolve("password"));

        assertThat(folder.resolve("password")).doesNotExist();
        assertThat(users().find("admin").orElseThrow().passwordHash()).isEqualTo(hash);
    }

    @Test
    void a_crash_between_the_file_and_the_user_is_made_good_by_the_next_start() throws IOException {
        new AdminPasswordFile(folder.resolve("password")).offer("written before the crash");

        start(folder.resolve("password"));

        assertThat(encoder.matches(
                        "written before the crash",
                        users().find("admin").orElseThrow().passwordHash()))
                .isTrue();
    }

    @Test
    void instances_that_start_at_once_on_one_file_agree() throws Exception {
        startAtOnce(instance -> folder.resolve("shared"));

        assertThat(encoder.matches(
                        passwordIn(folder.resolve("shared")),
                        users().find("admin").orElseThrow().passwordHash()))
                .isTrue();
    }

    @Test
    void instances_that_start_at_once_on_files_of_their_own_leave_the_true_one_only() throws Exception {
        startAtOnce(instance -> folder.resolve("own-" + instance));

        try (var files = Files.list(folder)) {
            assertThat(files)
                    .singleElement()
                    .satisfies(file -> assertThat(encoder.matches(
                                    passwordIn(file),
                                    users().find("admin").orElseThrow().passwordHash()))
                            .isTrue());
        }
    }

    private void startAtOnce(java.util.function.IntFunction<Path> file) throws Exception {
        ExecutorService instances = Executors.newFixedThreadPool(STARTING_AT_ONCE);
        CyclicBarrier together = new CyclicBarrier(STARTING_AT_ONCE);
        List<Future<?>> starts = new ArrayList<>();
        for (int i = 0; i < STARTING_AT_ONCE; i++) {
            Path path = file.apply(i);
            starts.add(instances.submit(() -> {
                together.await();
                start(path);
                return null;
            }));
        }
        for (Future<?> start : starts) {
            start.get();
        }
        instances.shutdown();
    }

    private void start(Path file) throws IOException {
        new FirstAdministrator(users(), new AdminPasswordFile(file), encoder, MutableClock.at("2026-11-23T14:00:00Z"))
                .run(new DefaultApplicationArguments());
    }

    private static LocalUserDao users() {
        return jdbi.onDemand(LocalUserDao.class);
    }

    private static String passwordIn(Path file) throws IOException {
        return Files.readString(file).strip();
    }
}
