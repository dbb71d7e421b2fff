/** Who may come in: local users, session, Basic. */
@NullMarked
package dev.longshore.console.signin;

import org.jspecify.annotations.NullMarked;
