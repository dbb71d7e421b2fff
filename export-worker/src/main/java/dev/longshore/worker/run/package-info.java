/** Runs in execution: what they export and how far they are. */
@NullMarked
package dev.longshore.worker.run;

import org.jspecify.annotations.NullMarked;
