/** Jobs and their life cycle, as administrators see them. */
@NullMarked
package dev.longshore.scheduler.job;

import org.jspecify.annotations.NullMarked;
