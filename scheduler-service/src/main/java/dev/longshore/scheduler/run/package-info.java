/** Runs: issuing them, their state as the workers report it, cancelling and repeating them. */
@NullMarked
package dev.longshore.scheduler.run;

import org.jspecify.annotations.NullMarked;
