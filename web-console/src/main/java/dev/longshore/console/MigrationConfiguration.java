package dev.longshore.console;

import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the tables of the console become what this version needs. */
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {
    private static final MigrationVersion OUTBOX = MigrationVersion.fromVersion("1");

    @Bean
    FlywayMigrationStrategy migrationStrategy() {
        return MigrationConfiguration::migrate;
    }

    /**
     * Migrates in the order of the numbers. Only the outbox may come late, to a database from before the console had one; a
     * crash in between is made good by the next start.
     *
     * @throws org.flywaydb.core.api.FlywayException when any other migration has a number below one that ran already
     */
    static void migrate(Flyway flyway) {
        if (isFromBeforeOutbox(flyway)) {
            Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .outOfOrder(true)
                    .target(OUTBOX)
                    .load()
                    .migrate();
        }
        flyway.migrate();
    }

    private static boolean isFromBeforeOutbox(Flyway flyway) {
        return Arrays.stream(flyway.info().all())
                .anyMatch(migration ->
                        OUTBOX.equals(migration.getVersion()) && migration.getState() == MigrationState.IGNORED);
    }
}
