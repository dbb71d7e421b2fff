package dev.longshore.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ServersIT {
    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @RegisterExtension
    static final KafkaExtension kafka = new KafkaExtension();

    @Test
    void sessions_run_in_a_zone_that_is_not_utc() throws Exception {
        try (Connection connection = postgres.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW timezone")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("America/St_Johns");
        }
    }

    @Test
    void a_migrated_schema_has_the_tables_of_the_platform() throws Exception {
        try (Connection connection = postgres.migrated("some_service", "classpath:db/platform")
                        .getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM inbox")) {
            row.next();
            assertThat(row.getInt(1)).isZero();
        }
    }

    @Test
    void a_connection_that_is_not_given_back_fails_the_class() throws Exception {
        try (Connection kept = postgres.dataSource().getConnection()) {
            assertThatThrownBy(() -> postgres.closePools(Duration.ofMillis(50)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("every connection is given back");
            assertThat(kept.isValid(1)).as("its pool is closed all the same").isFalse();
        }
    }

    @Test
    void topics_are_there_once_they_were_created() throws Exception {
        kafka.createTopics("words", "numbers");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            assertThat(admin.listTopics().names().get(60, TimeUnit.SECONDS)).isEqualTo(Set.of("words", "numbers"));
        }
    }
}
