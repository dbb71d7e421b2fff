package dev.longshore.console.token;

import io.swagger.v3.oas.annotations.media.Schema;

/** @param secret shown in this answer only */
record NewTokenView(
        TokenView token,
        @Schema(description = "shown in this answer only") String secret) {
    /** Without the secret. */
    @Override
    public String toString() {
        return "NewTokenView[token=" + token.id() + "]";
    }
}
