package dev.longshore.testing;

/** A PostgreSQL server for tests, wherever it runs. */
interface DatabaseServer extends AutoCloseable {

    /** Creates the database, which must not exist. */
    void createDatabase(String name);

    String jdbcUrl(String database);

    String username();

    String password();

    @Override
    void close();
}
