/** Consumed messages, so that each takes effect once. */
@NullMarked
package dev.longshore.platform.inbox;

import org.jspecify.annotations.NullMarked;
