package dev.longshore.console.signin;

/** What a user may do, from little to all; the services decide by it. */
enum Role {
    VIEWER,
    EXPORTER,
    ADMIN
}
