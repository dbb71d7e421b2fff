package dev.longshore.worker.catalog;

/** Something was asked for that the catalog does not have. Trying again does not help. */
public final class UnknownInCatalogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownInCatalogException(String what, String name) {
        super("the catalog has no %s named '%s'".formatted(what, name));
    }
}
