/** Outcomes told to other systems by HTTP, to the Standard Webhooks specification. */
@NullMarked
package dev.longshore.history.webhook;

import org.jspecify.annotations.NullMarked;
