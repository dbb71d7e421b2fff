/** The right to work on a task: claims, renewals, slots and what happens when a worker is lost. */
@NullMarked
package dev.longshore.worker.lease;

import org.jspecify.annotations.NullMarked;
