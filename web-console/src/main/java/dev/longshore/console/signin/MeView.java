package dev.longshore.console.signin;

import java.util.List;

/**
 * Who is signed in.
 *
 * @param roles of this user, from little to much
 */
record MeView(String name, List<Role> roles) {}
