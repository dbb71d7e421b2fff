/** The contract for systems downstream, as such systems see it. */
@NullMarked
package dev.longshore.system.downstream;

import org.jspecify.annotations.NullMarked;
