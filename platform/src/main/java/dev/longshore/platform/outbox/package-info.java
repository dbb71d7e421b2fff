/** Messages that commit with the state change that caused them. */
@NullMarked
package dev.longshore.platform.outbox;

import org.jspecify.annotations.NullMarked;
