package dev.longshore.standalone;

import java.util.Map;

/**
 * A PostgreSQL with the views of schema {@code contact_history}.
 *
 * @param url JDBC URL without user and password
 * @param user role that needs SELECT on the views and nothing else
 */
record SourceDatabase(String url, String user, String password) {

    private static final String USER_VARIABLE = "LONGSHORE_SOURCE_USER";
    private static final String PASSWORD_VARIABLE = "LONGSHORE_SOURCE_PASSWORD";

    static SourceDatabase fromEnvironment(String url, Map<String, String> environment) {
        if (!url.startsWith("jdbc:postgresql://")) {
            throw new UsageException(
                    "--source must be a JDBC URL of PostgreSQL (jdbc:postgresql://host:port/database)");
        }
        if (url.contains("password=") || url.contains("user=")) {
            throw new UsageException("--source must not carry user or password: set %s and %s"
                    .formatted(USER_VARIABLE, PASSWORD_VARIABLE));
        }
        return new SourceDatabase(url, required(environment, USER_VARIABLE), required(environment, PASSWORD_VARIABLE));
    }

    private static String required(Map<String, String> environment, String variable) {
        var value = environment.getOrDefault(variable, "");
        if (value.isEmpty()) {
            throw new UsageException("--source needs the environment variable " + variable);
        }
        return value;
    }

    /** Without user and password. */
    @Override
    public String toString() {
        return url;
    }
}
