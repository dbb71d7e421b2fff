package dev.longshore.worker.source;

import dev.longshore.testing.PostgresExtension;
import dev.longshore.worker.catalog.Catalog;
import dev.longshore.worker.catalog.Column;
import dev.longshore.worker.catalog.ColumnType;
import dev.longshore.worker.catalog.ExportType;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A Contact History in a test's database: a table per type with every column of the catalog, and the views over them. Read by a
 * role that may do nothing else.
 */
public final class ContactHistoryDatabase {
    public static final ExportType INTERACTION = Catalog.load().require("CONTACT_HISTORY", "INTERACTION");
    public static final ExportType CONTACT = Catalog.load().require("CONTACT_HISTORY", "CONTACT");

    private static final String READER = "contact_reader";
    private static final String PASSWORD = "only for reading";

    private final PostgresExtension postgres;

    public ContactHistoryDatabase(PostgresExtension postgres) {
        this.postgres = postgres;
    }

    /** Makes both types anew, without a record. */
    public void create() {
        postgres.execute(
                "DROP SCHEMA IF EXISTS contact_history CASCADE",
                "DROP TABLE IF EXISTS interaction_table, contact_table CASCADE",
                "CREATE SCHEMA contact_history",
                """
                DO $$ BEGIN CREATE ROLE contact_reader LOGIN PASSWORD 'only for reading';
                EXCEPTION WHEN duplicate_object THEN NULL; END $$""");
        create(INTERACTION, "interaction_table");
        create(CONTACT, "contact_table");
        postgres.execute(
                "GRANT USAGE ON SCHEMA contact_history TO " + READER,
                "GRANT SELECT ON ALL TABLES IN SCHEMA contact_history TO " + READER);
    }

    /** A source that signs in as the reader. */
    public ContactSource source() {
        return new PostgresContactSource(connections(properties(Duration.ofMinutes(1))));
    }

    SourceConnections connections(SourceProperties properties) {
        return new SourceConnections(properties);
    }

    SourceProperties properties(Duration statementTimeout) {
        return new SourceProperties(postgres.jdbcUrl(), READER, PASSWORD, statementTimeout, Duration.ofSeconds(5), 3);
    }

    /** A connection of the owner, who may do everything. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), postgres.password());
    }

    /** Fills a type with random records. Dates have many ties; some are infinite, or null where the catalog allows it. */
    public void fill(ExportType type, int records, Random random) throws SQLException {
        List<Column> columns = type.columns();
        String table = type == INTERACTION ? "interaction_table" : "contact_table";
        String sql = "INSERT INTO " + table + " VALUES ("
                + columns.stream().map(ContactHistoryDatabase::placeholder).collect(Collectors.joining(", ")) + ")";
        try (Connection connection = connect();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            connection.setAutoCommit(false);
            for (int record = 0; record < records; record++) {
                for (int i = 0; i < columns.size(); i++) {
                    bind(insert, i + 1, columns.get(i), columns.get(i).equals(type.key()), record, random);
                }
                insert.addBatch();
                if (record % 500 == 499) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
            connection.commit();
        }
        postgres.execute("ANALYZE " + table);
    }

    private void create(ExportType type, String table) {
        String columns = type.columns().stream()
                .map(column -> column.column() + " " + column.type().catalogName())
                .collect(Collectors.joining(", "));
        postgres.execute(
                "CREATE TABLE " + table + " (" + columns + ")",
                "CREATE UNIQUE INDEX ON " + table + " ("
                        + type.defaultDateColumn().column() + ", " + type.key().column() + ")",
                "CREATE VIEW " + type.view() + " AS SELECT * FROM " + table);
    }

    private static String placeholder(Column column) {
        return switch (column.type()) {
            case TIMESTAMPTZ -> "?::timestamptz";
            case JSONB -> "?::jsonb";
            case TEXT_ARRAY -> "?::text[]";
            default -> "?";
        };
    }

    private static void bind(PreparedStatement insert, int index, Column column, boolean key, int record, Random random)
            throws SQLException {
        if (key) {
            insert.setString(index, RandomText.shortText(random) + "-" + record);
        } else if (column.nullable() && random.nextInt(5) == 0) {
            insert.setNull(index, Types.NULL);
        } else if (column.type() == ColumnType.SMALLINT || column.type() == ColumnType.INTEGER) {
            boolean entityType = column.column().equals("entity_type_id");
            insert.setInt(index, entityType ? random.nextInt(8) : number(column, random));
        } else {
            insert.setString(index, text(column, random));
        }
    }

    private static int number(Column column, Random random) {
        int number = random.nextInt() >> random.nextInt(32);
        return column.type() == ColumnType.SMALLINT ? (short) number : number;
    }

    private static @Nullable String text(Column column, Random random) {
        return switch (column.type()) {
            case TIMESTAMPTZ -> RandomText.timestamp(random);
            case JSONB -> RandomText.json(random);
            case TEXT_ARRAY -> RandomText.textArray(random);
            default -> RandomText.text(random);
        };
    }
}
