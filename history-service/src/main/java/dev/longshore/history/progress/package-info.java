/** How far a run has come. */
@NullMarked
package dev.longshore.history.progress;

import org.jspecify.annotations.NullMarked;
