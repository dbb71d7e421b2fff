/** The steps of a run that workers take on, and the rules by which they change state. */
@NullMarked
package dev.longshore.worker.task;

import org.jspecify.annotations.NullMarked;
