/** What the tests of this service share. */
@NullMarked
package dev.longshore.scheduler.testing;

import org.jspecify.annotations.NullMarked;
