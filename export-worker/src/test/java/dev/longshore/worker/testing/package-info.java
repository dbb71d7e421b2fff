/** Fixtures of this service's tests. */
@NullMarked
package dev.longshore.worker.testing;

import org.jspecify.annotations.NullMarked;
