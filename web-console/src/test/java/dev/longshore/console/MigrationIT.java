package dev.longshore.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.longshore.testing.PostgresExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class MigrationIT {
    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final String KERNEL = "classpath:db/platform";
    private static final String OWN = "classpath:db/web-console";

    @TempDir
    Path later;

    @Test
    void a_new_database_is_migrated_in_the_order_of_the_numbers() {
        Flyway console = flyway("fresh", KERNEL, OWN);
        MigrationConfiguration.migrate(console);
        assertThat(console.info().pending()).isEmpty();
        assertThat(appliedIn(console)).startsWith("001", "100", "110").isSorted();
    }

    @Test
    void a_database_from_before_the_outbox_gets_it_late_and_starts_again_afterwards() {
        flyway("old", OWN).migrate();
        Flyway console = flyway("old", KERNEL, OWN);
        MigrationConfiguration.migrate(console);
        MigrationConfiguration.migrate(console);
        assertThat(console.info().pending()).isEmpty();
        assertThat(appliedIn(console)).contains("001");
    }

    @Test
    void any_other_migration_below_one_that_ran_is_refused() throws IOException {
        Files.writeString(later.resolve("V900__come_first.sql"), "CREATE TABLE came_first (id bigint);");
        String further = "filesystem:" + later;
        flyway("mixed", KERNEL, further).migrate();
        assertThatExceptionOfType(FlywayException.class)
                .isThrownBy(() -> MigrationConfiguration.migrate(flyway("mixed", KERNEL, OWN, further)))
                .withMessageContaining("100");
    }

    private static List<String> appliedIn(Flyway flyway) {
        return Arrays.stream(flyway.info().applied())
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull) // the creation of the schema has none
                .map(MigrationVersion::getVersion)
                .toList();
    }

    private static Flyway flyway(String schema, String... locations) {
        return Flyway.configure()
                .dataSource(postgres.jdbcUrl(), postgres.username(), postgres.password())
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(true)
                .locations(locations)
                .load();
    }
}
