package dev.longshore.console.signin;

import org.jspecify.annotations.Nullable;

record ChangePasswordRequest(
        @Nullable String currentPassword, @Nullable String newPassword) {
    /** Without the passwords. */
    @Override
    public String toString() {
        return "ChangePasswordRequest[]";
    }
}
