/** Waiting until a window is closed, and cutting it into chunks. */
@NullMarked
package dev.longshore.worker.plan;

import org.jspecify.annotations.NullMarked;
