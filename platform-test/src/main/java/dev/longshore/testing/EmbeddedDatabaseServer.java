package dev.longshore.testing;

import dev.longshore.embedded.PostgresServer;
import dev.longshore.embedded.PostgresServer.Durability;
import dev.longshore.embedded.PostgresServer.Settings;

/** PostgreSQL beside this JVM. */
record EmbeddedDatabaseServer(PostgresServer server, ThrowawayFolder folder) implements DatabaseServer {
    private static final String PASSWORD = "of-the-tests";

    static DatabaseServer start() {
        ThrowawayFolder folder = ThrowawayFolder.create("postgresql");
        Settings settings = new Settings(folder.path(), 0, Durability.THROWAWAY, PASSWORD);
        return new EmbeddedDatabaseServer(PostgresServer.start(settings), folder);
    }

    @Override
    public void createDatabase(String name) {
        server.createDatabaseIfMissing(name);
    }

    @Override
    public String jdbcUrl(String database) {
        return server.jdbcUrl(database);
    }

    @Override
    public String username() {
        return server.username();
    }

    @Override
    public String password() {
        return server.password();
    }

    @Override
    public void close() {
        server.close();
        folder.delete();
    }
}
