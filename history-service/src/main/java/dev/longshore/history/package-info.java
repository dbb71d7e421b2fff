/** Run history, progress, ETA and artifacts as users see them. */
@NullMarked
package dev.longshore.history;

import org.jspecify.annotations.NullMarked;
