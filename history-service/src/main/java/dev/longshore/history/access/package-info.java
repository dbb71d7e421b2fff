/** Who may see what. */
@NullMarked
package dev.longshore.history.access;

import org.jspecify.annotations.NullMarked;
