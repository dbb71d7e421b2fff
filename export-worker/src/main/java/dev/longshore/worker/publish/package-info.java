/** Verifying runs, putting their files into place, and cleaning up. */
@NullMarked
package dev.longshore.worker.publish;

import org.jspecify.annotations.NullMarked;
