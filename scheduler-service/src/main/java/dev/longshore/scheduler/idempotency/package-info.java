/** Requests that create something and may be sent twice. */
@NullMarked
package dev.longshore.scheduler.idempotency;

import org.jspecify.annotations.NullMarked;
