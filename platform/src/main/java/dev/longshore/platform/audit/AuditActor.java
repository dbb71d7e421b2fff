package dev.longshore.platform.audit;

import org.jspecify.annotations.Nullable;

/**
 * Who did it.
 *
 * @param name name of the user
 * @param role roles that the user had, in alphabetical order with commas between; null when not signed in
 * @param address network address that the call came from; null when nobody called
 */
public record AuditActor(
        String name, @Nullable String role, @Nullable String address) {
    /** The product itself, without anybody asking. */
    public static final AuditActor SYSTEM = new AuditActor("system", null, null);
}
