/** A job's settings: what they are, how they are read from JSON with every problem at once, and written again. */
@NullMarked
package dev.longshore.scheduler.settings;

import org.jspecify.annotations.NullMarked;
