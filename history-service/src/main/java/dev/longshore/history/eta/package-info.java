/** When a run will end. */
@NullMarked
package dev.longshore.history.eta;

import org.jspecify.annotations.NullMarked;
