package dev.longshore.console.signin;

import dev.longshore.console.ConsoleProperties;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How people sign in here.
 *
 * @param location where a browser goes to be sent to the provider; null when a user and a password are asked for
 */
record SignInView(
        ConsoleProperties.AuthMode mode,

        @Schema(
                description =
                        "where a browser goes to be sent to the provider; null when user and password are asked for")
        @Nullable
        String location) {}
