/** Local users: their passwords, their rights, and who administers them. */
@NullMarked
package dev.longshore.console.user;

import org.jspecify.annotations.NullMarked;
