/** Finds jobs that are due and issues their runs. */
@NullMarked
package dev.longshore.scheduler.firing;

import org.jspecify.annotations.NullMarked;
