/** Which data a run exports: date ranges, resolved to half-open windows from the fire time. Knows the JDK only. */
@NullMarked
package dev.longshore.scheduler.window;

import org.jspecify.annotations.NullMarked;
