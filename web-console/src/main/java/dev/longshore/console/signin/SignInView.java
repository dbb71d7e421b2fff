package dev.longshore.console.signin;

import dev.longshore.console.ConsoleProperties;
import org.jspecify.annotations.Nullable;

/**
 * How people sign in here.
 *
 * @param location where a browser goes to be sent to the provider; null when a user and a password are asked for
 */
record SignInView(ConsoleProperties.AuthMode mode, @Nullable String location) {}
