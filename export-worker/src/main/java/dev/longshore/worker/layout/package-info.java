/** Where a run's files begin and end, and putting them together from segments. */
@NullMarked
package dev.longshore.worker.layout;

import org.jspecify.annotations.NullMarked;
