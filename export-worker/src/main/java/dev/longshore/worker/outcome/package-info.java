/** How runs end. */
@NullMarked
package dev.longshore.worker.outcome;

import org.jspecify.annotations.NullMarked;
