/** What systems downstream were told of each run's outcome. */
@NullMarked
package dev.longshore.history.outcome;

import org.jspecify.annotations.NullMarked;
