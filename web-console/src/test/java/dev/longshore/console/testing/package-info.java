/** Stand-ins for the console's neighbours: the services behind it and the browser before it. */
@NullMarked
package dev.longshore.console.testing;

import org.jspecify.annotations.NullMarked;
