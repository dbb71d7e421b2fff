package dev.longshore.console.token;

/** @param secret shown in this answer only */
record NewTokenView(TokenView token, String secret) {
    /** Without the secret. */
    @Override
    public String toString() {
        return "NewTokenView[token=" + token.id() + "]";
    }
}
