/** Hands API calls on to the services, with a short-lived token instead of the caller's own credentials. */
@NullMarked
package dev.longshore.console.relay;

import org.jspecify.annotations.NullMarked;
