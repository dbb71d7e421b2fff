/** Loops that survive, count and stop. */
@NullMarked
package dev.longshore.platform.polling;

import org.jspecify.annotations.NullMarked;
