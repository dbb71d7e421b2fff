package dev.longshore.embedded;

import java.sql.SQLException;

/** The registry's database did not do what it was asked to; trying again may help. */
final class RegistryStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RegistryStoreException(SQLException cause) {
        super("The registry's database failed", cause);
    }
}
