package dev.longshore.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.embedded.PostgresServer.Durability;
import dev.longshore.embedded.PostgresServer.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {
    private static final String PASSWORD = "a pass'word";

    @TempDir
    Path home;

    @Test
    void a_durable_server_keeps_its_databases_over_a_restart_and_syncs_to_disk() throws Exception {
        int port = LoopbackPort.orAnyFree(0);
        Settings settings = new Settings(home, port, Durability.DURABLE, PASSWORD);
        try (PostgresServer server = PostgresServer.start(settings)) {
            server.createDatabaseIfMissing("longshore");
            server.createDatabaseIfMissing("longshore");
            execute(server, "CREATE TABLE kept (word text)");
            execute(server, "INSERT INTO kept (word) VALUES ('yes')");
        }
        try (PostgresServer server = PostgresServer.start(settings)) {
            assertThat(text(server, "SELECT word FROM kept")).isEqualTo("yes");
            assertThat(text(server, "SHOW fsync")).isEqualTo("on");
            assertThat(text(server, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(text(server, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(text(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void a_wrong_password_is_refused_from_the_first_start_on() throws Exception {
        Settings settings = new Settings(home, 0, Durability.THROWAWAY, PASSWORD);
        try (PostgresServer server = PostgresServer.start(settings)) {
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl("postgres"), "postgres", "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(Files.readString(home.resolve("pg-data/pg_hba.conf"))).doesNotContain("trust");
        }
    }

    @Test
    void a_port_that_is_taken_is_refused_in_words() throws Exception {
        Settings settings = new Settings(home.resolve("one"), 0, Durability.THROWAWAY, PASSWORD);
        try (PostgresServer server = PostgresServer.start(settings)) {
            Settings second = new Settings(home.resolve("two"), server.port(), Durability.THROWAWAY, PASSWORD);
            assertThatThrownBy(() -> PostgresServer.start(second))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Port " + server.port())
                    .hasMessageContaining("taken");
        }
    }

    @Test
    void a_folder_of_another_version_is_refused_in_words() throws Exception {
        Path data = Files.createDirectories(home.resolve("pg-data"));
        Files.writeString(data.resolve("PG_VERSION"), "16\n");
        assertThatThrownBy(() -> PostgresServer.start(new Settings(home, 0, Durability.THROWAWAY, PASSWORD)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("written by PostgreSQL 16");
    }

    @Test
    void settings_do_not_show_the_password() {
        assertThat(new Settings(home, 5432, Durability.DURABLE, PASSWORD).toString())
                .doesNotContain(PASSWORD)
                .contains("5432");
    }

    private static void execute(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = server.dataSource("longshore").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = server.dataSource("longshore").getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
