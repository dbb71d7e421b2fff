package dev.longshore.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL in a container, for machines with a Docker engine. */
record ContainerDatabaseServer(PostgreSQLContainer container) implements DatabaseServer {
    private static final String IMAGE = "postgres:17";

    static DatabaseServer start() {
        PostgreSQLContainer container = new PostgreSQLContainer(IMAGE);
        container.setCommand(
                "postgres", "-c", "fsync=off", "-c", "max_connections=200", "-c", "max_prepared_transactions=10");
        container.start();
        return new ContainerDatabaseServer(container);
    }

    @Override
    public void createDatabase(String name) {
        try (Connection connection = DriverManager.getConnection(container.getJdbcUrl(), username(), password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not create database " + name, e);
        }
    }

    @Override
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%d/%s"
                .formatted(container.getHost(), container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT), database);
    }

    @Override
    public String username() {
        return container.getUsername();
    }

    @Override
    public String password() {
        return container.getPassword();
    }

    @Override
    public void close() {
        container.stop();
    }
}
