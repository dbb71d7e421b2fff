/** Commands from the scheduler. */
@NullMarked
package dev.longshore.worker.intake;

import org.jspecify.annotations.NullMarked;
