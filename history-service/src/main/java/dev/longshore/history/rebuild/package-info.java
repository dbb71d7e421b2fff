/** The read model made anew from the topic while the old one serves. */
@NullMarked
package dev.longshore.history.rebuild;

import org.jspecify.annotations.NullMarked;
