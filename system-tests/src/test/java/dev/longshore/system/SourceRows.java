package dev.longshore.system;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The rows of the source as PostgreSQL itself turns them into JSON, fetched by plain JDBC. */
public record SourceRows(String jdbcUrl, String username, String password) {
    private static final int ROWS_A_FETCH = 500;

    /**
     * Writes the rows to a new file, one JSON object a line, in the order that an export has.
     *
     * @param type {@code interaction} or {@code contact}
     * @param condition SQL over the columns of the view {@code t}
     * @return number of rows
     */
    public long write(String type, String condition, Path file) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, username, password);
                Statement statement = connection.createStatement();
                BufferedWriter lines = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            connection.setAutoCommit(false);
            statement.setFetchSize(ROWS_A_FETCH);
            return write(statement.executeQuery(query(type).formatted(condition)), lines);
        } catch (SQLException e) {
            throw new IllegalStateException("the source cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long write(ResultSet rows, BufferedWriter lines) throws SQLException, IOException {
        long count = 0;
        while (rows.next()) {
            lines.write(rows.getString(1));
            lines.write('\n');
            count++;
        }
        return count;
    }

    private static String query(String type) {
        try (InputStream query = SourceRows.class.getResourceAsStream("/source/%s-as-json.sql".formatted(type))) {
            if (query == null) {
                throw new IllegalArgumentException("no query for " + type);
            }
            return new String(query.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
