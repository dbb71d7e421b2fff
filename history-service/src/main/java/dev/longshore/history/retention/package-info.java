/** How long artifacts are kept: the warning before their end, and their end. */
@NullMarked
package dev.longshore.history.retention;

import org.jspecify.annotations.NullMarked;
