/** Retries, circuit breakers and limits on the ports to the source and the artifact store. */
@NullMarked
package dev.longshore.worker.resilience;

import org.jspecify.annotations.NullMarked;
