package dev.longshore.worker.testing;

import dev.longshore.testing.PostgresExtension;
import dev.longshore.worker.catalog.Catalog;
import dev.longshore.worker.catalog.Column;
import dev.longshore.worker.catalog.ExportType;
import java.time.Instant;
import java.util.stream.Collectors;

/** A small Contact History: tables of our own with the views of the contract over them. */
public final class SourceTables {
    /** When the first interaction of {@link #addInteractions} begins. */
    public static final Instant EPOCH = Instant.parse("2026-11-01T00:00:00Z");

    private final PostgresExtension postgres;

    private SourceTables(PostgresExtension postgres) {
        this.postgres = postgres;
    }

    /** Creates empty tables and views for all types of the catalog. */
    public static SourceTables create(PostgresExtension postgres) {
        postgres.execute("CREATE SCHEMA IF NOT EXISTS contact_history", "CREATE SCHEMA IF NOT EXISTS ucs");
        for (ExportType type : Catalog.load().types()) {
            String name = type.view().substring(type.view().indexOf('.') + 1);
            String columns =
                    type.columns().stream().map(SourceTables::columnDefinition).collect(Collectors.joining(", "));
            postgres.execute(
                    "CREATE TABLE ucs.%s (%s)".formatted(name, columns),
                    "CREATE VIEW %s AS SELECT * FROM ucs.%s".formatted(type.view(), name),
                    "CREATE INDEX ON ucs.%s (%s, %s)"
                            .formatted(
                                    name,
                                    type.defaultDateColumn().column(),
                                    type.key().column()));
        }
        return new SourceTables(postgres);
    }

    /** Adds interactions, one a second from {@link #EPOCH} plus the offset on; texts of very different sizes. */
    public void addInteractions(int firstNumber, int count) {
        postgres.execute("""
                INSERT INTO ucs.interaction (ixn_id, status, entity_type_id, media_type_id, type_id, start_date, subject,
                    text, tenant_id, can_be_parent, creator_app_id, all_attributes)
                SELECT 'ixn-' || lpad(n::text, 9, '0'), 3, (ARRAY[0, 1, 2, 7])[1 + n %% 4], 'email', 'Inbound',
                    timestamptz '%s' + n * interval '1 second', 'Subject "' || n || '" with \\ and ü',
                    repeat(md5(n::text), CASE WHEN n %% 97 = 0 THEN 400 ELSE n %% 7 END), 1, 0, 7,
                    jsonb_build_object('n', n)
                FROM generate_series(%d, %d) n
                """.formatted(EPOCH, firstNumber, firstNumber + count - 1), "ANALYZE ucs.interaction");
    }

    private static String columnDefinition(Column column) {
        return column.column() + " " + column.type().catalogName() + (column.nullable() ? "" : " NOT NULL");
    }
}
