/** The one clock that decides what is due: the database's. */
@NullMarked
package dev.longshore.scheduler.clock;

import org.jspecify.annotations.NullMarked;
