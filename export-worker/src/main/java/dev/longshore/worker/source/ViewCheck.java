package dev.longshore.worker.source;

import dev.longshore.worker.catalog.Column;
import dev.longshore.worker.catalog.ExportType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares a view of the source with what the catalog says about it. */
final class ViewCheck {
    /** The first version with the functions that window closing needs. */
    private static final int OLDEST_VERSION = 130000;

    private static final String SERVER = """
            SELECT current_setting('server_version_num')::int, current_setting('server_encoding'),
                   to_regclass(?) IS NOT NULL""";

    private static final String COLUMNS = """
            SELECT a.attname, COALESCE(base.typname, own.typname),
                   has_column_privilege(a.attrelid, a.attnum, 'SELECT')
            FROM pg_catalog.pg_attribute a
            JOIN pg_catalog.pg_type own ON own.oid = a.atttypid
            LEFT JOIN pg_catalog.pg_type base ON base.oid = own.typbasetype AND own.typtype = 'd'
            WHERE a.attrelid = to_regclass(?) AND a.attnum > 0 AND NOT a.attisdropped""";

    private ViewCheck() {}

    static void check(Connection connection, ExportType type) throws SQLException {
        String view = SelectionSql.view(type.view());
        checkServer(connection, type, view);
        Map<String, ViewColumn> found = columns(connection, view);
        List<String> wrong = new ArrayList<>();
        for (Column column : type.columns()) {
            ViewColumn actual = found.get(column.column());
            if (actual == null) {
                wrong.add("column " + column.column() + " is missing");
            } else if (!column.type().acceptedTypes().contains(actual.type)) {
                wrong.add("column %s is of type %s, not %s"
                        .formatted(column.column(), actual.type, column.type().catalogName()));
            } else if (!actual.readable) {
                wrong.add("column " + column.column() + " may not be read: grant SELECT to the source's user");
            }
        }
        if (!wrong.isEmpty()) {
            throw SourceFailures.rejected(
                    "view %s does not fit the catalog: %s".formatted(type.view(), String.join("; ", wrong)));
        }
    }

    private static void checkServer(Connection connection, ExportType type, String view) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SERVER)) {
            statement.setString(1, view);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                if (row.getInt(1) < OLDEST_VERSION) {
                    throw SourceFailures.rejected("PostgreSQL 13 or newer is needed");
                }
                if ("SQL_ASCII".equals(row.getString(2))) {
                    throw SourceFailures.rejected("the database's encoding is SQL_ASCII, so its texts may be anything;"
                            + " a database with a real encoding is needed");
                }
                if (!row.getBoolean(3)) {
                    throw SourceFailures.rejected(
                            "view %s does not exist: create it over your tables as the".formatted(type.view())
                                    + " documentation of the source describes");
                }
            }
        }
    }

    private static Map<String, ViewColumn> columns(Connection connection, String view) throws SQLException {
        Map<String, ViewColumn> found = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, view);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), new ViewColumn(rows.getString(2), rows.getBoolean(3)));
                }
            }
        }
        return found;
    }

    private record ViewColumn(String type, boolean readable) {}
}
