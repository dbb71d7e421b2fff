/** All services together: journeys, scale-out, faults, the browser. */
@NullMarked
package dev.longshore.system;

import org.jspecify.annotations.NullMarked;
