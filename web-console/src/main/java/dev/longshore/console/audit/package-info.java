/** Where the console's own acts are recorded: sign-ins, users, tokens. */
@NullMarked
package dev.longshore.console.audit;

import org.jspecify.annotations.NullMarked;
