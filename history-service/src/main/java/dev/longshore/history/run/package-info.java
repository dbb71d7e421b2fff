/** Runs as users see them: list, view, timeline, deletion. */
@NullMarked
package dev.longshore.history.run;

import org.jspecify.annotations.NullMarked;
