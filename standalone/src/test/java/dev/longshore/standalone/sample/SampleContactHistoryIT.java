package dev.longshore.standalone.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.testing.PostgresExtension;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SampleContactHistoryIT {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private static final Instant END = Instant.parse("2026-11-23T18:30:00Z");
    private static final Size SIZE = new Size(3_000, 700);

    @BeforeAll
    static void create_the_sample() throws Exception {
        SampleContactHistory.create(database(), SIZE, 7, END);
    }

    @Test
    void views_have_the_wanted_rows() throws Exception {
        assertThat(query("SELECT count(*) FROM contact_history.interaction")).containsExactly("3000");
        assertThat(query("SELECT count(*) FROM contact_history.contact")).containsExactly("700");
        assertThat(query("SELECT count(*) FROM contact_history.attachment")).containsExactly("30");
        assertThat(SampleContactHistory.isPresent(database())).isTrue();
    }

    @Test
    void views_have_the_columns_of_the_catalog() throws Exception {
        for (JsonNode type : catalog().path("types")) {
            var view = type.path("view").asString();
            List<String> published = new ArrayList<>();
            type.path("columns")
                    .forEach(column -> published.add(column.path("column").asString()));
            assertThat(query("""
                    SELECT column_name FROM information_schema.columns
                    WHERE table_schema || '.' || table_name = '%s'
                    """.formatted(view))).as(view).containsExactlyInAnyOrderElementsOf(published);
        }
    }

    @Test
    void values_survive_the_way_into_the_database() throws Exception {
        assertThat(query("SELECT min(start_date) >= '2026-08-25 18:30Z', max(start_date) < '2026-11-23 18:30Z' "
                        + "FROM contact_history.interaction"))
                .containsExactly("t", "t");
        assertThat(query("SELECT DISTINCT jsonb_typeof(all_attributes) FROM contact_history.interaction "
                        + "WHERE all_attributes IS NOT NULL"))
                .containsExactly("object");
        assertThat(query("SELECT count(DISTINCT entity_type_id) FROM contact_history.interaction"))
                .containsExactly("7");
        assertThat(query("SELECT bool_or(cardinality(email_address) > 1), bool_or(email_address = '{}'), "
                        + "bool_or(phone_number IS NULL) FROM contact_history.contact"))
                .containsExactly("t", "t", "t");
        assertThat(query("SELECT bool_and(the_size = length(content)) FROM contact_history.attachment"))
                .containsExactly("t");
    }

    @Test
    void every_interaction_with_a_contact_names_one_that_exists() throws Exception {
        assertThat(query("SELECT count(*) FROM contact_history.interaction i WHERE contact_id IS NOT NULL "
                        + "AND NOT EXISTS (SELECT FROM contact_history.contact c WHERE c.contact_id = i.contact_id)"))
                .containsExactly("0");
    }

    @Test
    void windows_are_read_by_index() throws Exception {
        var plan = String.join(
                "\n",
                query("EXPLAIN SELECT * FROM contact_history.interaction t "
                        + "WHERE start_date >= '2026-11-23 17:00Z' ORDER BY t.start_date, t.ixn_id LIMIT 10"));
        assertThat(plan).contains("interaction_start_date_idx").doesNotContain("Sort");
    }

    @Test
    void a_second_sample_in_one_database_is_refused_and_changes_nothing() throws Exception {
        assertThatThrownBy(() -> SampleContactHistory.create(database(), SIZE, 8, END))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("already exists");
        assertThat(query("SELECT count(*) FROM contact_history.interaction")).containsExactly("3000");
    }

    private static JsonNode catalog() throws Exception {
        try (InputStream resource = SampleContactHistoryIT.class.getResourceAsStream("/catalog/contact-history.json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(resource));
        }
    }

    private static DataSource database() {
        var database = new PGSimpleDataSource();
        database.setUrl(postgres.jdbcUrl());
        database.setUser(postgres.username());
        database.setPassword(postgres.password());
        return database;
    }

    /** All values of the result, row by row, as text. */
    private static List<String> query(String sql) throws SQLException {
        try (var connection = database().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    values.add(rows.getString(column));
                }
            }
            return values;
        }
    }
}
