package dev.longshore.console.user;

import io.swagger.v3.oas.annotations.media.Schema;

/** @param oneTimePassword shown in this answer only; must be changed at the first sign-in */
record NewPasswordView(
        UserView user,

        @Schema(description = "shown in this answer only; must be changed at the first sign-in")
        String oneTimePassword) {
    /** Without the password. */
    @Override
    public String toString() {
        return "NewPasswordView[user=" + user.name() + "]";
    }
}
