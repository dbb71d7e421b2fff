/** Runs pushed to browsers as they change. */
@NullMarked
package dev.longshore.history.stream;

import org.jspecify.annotations.NullMarked;
