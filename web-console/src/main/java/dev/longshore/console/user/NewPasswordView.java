package dev.longshore.console.user;

/** @param oneTimePassword shown in this answer only; must be changed at the first sign-in */
record NewPasswordView(UserView user, String oneTimePassword) {
    /** Without the password. */
    @Override
    public String toString() {
        return "NewPasswordView[user=" + user.name() + "]";
    }
}
