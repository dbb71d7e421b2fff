/** Laying files out and assembling them from segments. */
@NullMarked
package dev.longshore.worker.assemble;

import org.jspecify.annotations.NullMarked;
