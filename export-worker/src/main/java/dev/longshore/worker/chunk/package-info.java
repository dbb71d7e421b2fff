/** The chunks of runs and what came of them. */
@NullMarked
package dev.longshore.worker.chunk;

import org.jspecify.annotations.NullMarked;
