/** Who may come in: by password, session or token, and how fast one may guess. */
@NullMarked
package dev.longshore.console.signin;

import org.jspecify.annotations.NullMarked;
