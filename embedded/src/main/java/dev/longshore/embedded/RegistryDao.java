package dev.longshore.embedded;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Keeps the registry in the schema {@code registry} of a PostgreSQL database, which it creates by itself. */
final class RegistryDao implements RegistryStore {
    /** Any number that nobody else locks: two processes may create the tables at the same time. */
    private static final long CREATION_LOCK = 7_203_118_045_551L;

    private static final String CREATE = """
            CREATE SCHEMA IF NOT EXISTS registry;
            CREATE TABLE IF NOT EXISTS registry.avro_schema (
                id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                sha256 text NOT NULL CONSTRAINT avro_schema_sha256_key UNIQUE,
                text text NOT NULL
            );
            CREATE TABLE IF NOT EXISTS registry.subject_version (
                subject text NOT NULL,
                version integer NOT NULL CONSTRAINT subject_version_version_check CHECK (version > 0),
                schema_id integer NOT NULL REFERENCES registry.avro_schema (id),
                PRIMARY KEY (subject, version),
                CONSTRAINT subject_version_schema_key UNIQUE (subject, schema_id)
            );
            CREATE TABLE IF NOT EXISTS registry.compatibility (
                subject text PRIMARY KEY,
                level text NOT NULL
            );
            """;

    private static final String FIND_VERSIONS = """
            SELECT v.subject, v.version, v.schema_id, s.text
            FROM registry.subject_version v JOIN registry.avro_schema s ON s.id = v.schema_id
            WHERE v.subject = ?
            ORDER BY v.version
            """;

    private static final String FIND_USES = """
            SELECT v.subject, v.version, v.schema_id, s.text
            FROM registry.subject_version v JOIN registry.avro_schema s ON s.id = v.schema_id
            WHERE v.schema_id = ?
            ORDER BY v.subject, v.version
            """;

    private static final String FIND_SUBJECTS = """
            SELECT DISTINCT subject
            FROM registry.subject_version
            ORDER BY subject
            """;

    private static final String FIND_SCHEMA = """
            SELECT text
            FROM registry.avro_schema
            WHERE id = ?
            """;

    private static final String INSERT_SCHEMA = """
            INSERT INTO registry.avro_schema (sha256, text)
            SELECT ?, ?
            WHERE NOT EXISTS (SELECT 1 FROM registry.avro_schema WHERE sha256 = ?)
            ON CONFLICT DO NOTHING
            """;

    private static final String INSERT_VERSION = """
            INSERT INTO registry.subject_version (subject, version, schema_id)
            SELECT ?, ?, id FROM registry.avro_schema WHERE sha256 = ?
            ON CONFLICT DO NOTHING
            """;

    private static final String FIND_LEVEL = """
            SELECT level
            FROM registry.compatibility
            WHERE subject = ?
            """;

    private static final String MARK_LEVEL = """
            INSERT INTO registry.compatibility (subject, level)
            VALUES (?, ?)
            ON CONFLICT (subject) DO UPDATE SET level = excluded.level
            """;

    private final DataSource dataSource;

    RegistryDao(DataSource dataSource) {
        this.dataSource = dataSource;
        createTables();
    }

    private void createTables() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(" + CREATION_LOCK + ")");
            statement.execute(CREATE);
            connection.commit();
        } catch (SQLException e) {
            throw new RegistryStoreException(e);
        }
    }

    @Override
    public List<RegisteredVersion> findVersions(String subject) {
        return query(FIND_VERSIONS, RegistryDao::version, subject);
    }

    @Override
    public List<RegisteredVersion> findUses(int id) {
        return query(FIND_USES, RegistryDao::version, id);
    }

    @Override
    public List<String> findSubjects() {
        return query(FIND_SUBJECTS, row -> row.getString(1));
    }

    @Override
    public Optional<String> findSchema(int id) {
        return query(FIND_SCHEMA, row -> row.getString(1), id).stream().findFirst();
    }

    /** Two statements, each committed by itself: a schema that no subject uses after a crash is found again and used. */
    @Override
    public boolean insertVersion(String subject, int version, String schema) {
        String sha256 = sha256(schema);
        update(INSERT_SCHEMA, sha256, schema, sha256);
        return update(INSERT_VERSION, subject, version, sha256) == 1;
    }

    @Override
    public Optional<CompatibilityLevel> findLevel(String subject) {
        return query(FIND_LEVEL, row -> CompatibilityLevel.valueOf(row.getString(1)), subject).stream()
                .findFirst();
    }

    @Override
    public void markLevel(String subject, CompatibilityLevel level) {
        update(MARK_LEVEL, subject, level.name());
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static RegisteredVersion version(ResultSet row) throws SQLException {
        return new RegisteredVersion(row.getString(1), row.getInt(2), row.getInt(3), row.getString(4));
    }

    private <T> List<T> query(String sql, RowReader<T> reader, Object... arguments) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = bind(connection.prepareStatement(sql), arguments);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new RegistryStoreException(e);
        }
    }

    private int update(String sql, Object... arguments) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = bind(connection.prepareStatement(sql), arguments)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new RegistryStoreException(e);
        }
    }

    private static PreparedStatement bind(PreparedStatement statement, Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
