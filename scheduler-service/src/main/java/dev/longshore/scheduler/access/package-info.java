/** Who may do what. */
@NullMarked
package dev.longshore.scheduler.access;

import org.jspecify.annotations.NullMarked;
