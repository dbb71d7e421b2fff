/** Outcomes told again. */
@NullMarked
package dev.longshore.history.replay;

import org.jspecify.annotations.NullMarked;
