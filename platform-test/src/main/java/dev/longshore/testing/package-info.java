/**
 * The test kit of all services: real servers as JUnit extensions, time and faults under the test's control, fakes that
 * pass the contracts of their originals, and the house rules.
 */
@NullMarked
package dev.longshore.testing;

import org.jspecify.annotations.NullMarked;
