/** Jdbi joined to Spring's transactions. */
@NullMarked
package dev.longshore.platform.jdbi;

import org.jspecify.annotations.NullMarked;
