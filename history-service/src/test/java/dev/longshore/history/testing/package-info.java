/** Runs for the tests of this service. */
@NullMarked
package dev.longshore.history.testing;

import org.jspecify.annotations.NullMarked;
