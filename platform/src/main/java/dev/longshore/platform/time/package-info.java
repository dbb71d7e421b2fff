/** The clock and identities: the only place that reads either. */
@NullMarked
package dev.longshore.platform.time;

import org.jspecify.annotations.NullMarked;
