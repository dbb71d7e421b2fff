/**
 * When a job is due: the five kinds of recurrence as pure functions of an instant and a time zone. Knows the JDK only.
 */
@NullMarked
package dev.longshore.scheduler.schedule;

import org.jspecify.annotations.NullMarked;
