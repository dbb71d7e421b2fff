/** The console's files and the addresses under which they appear. */
@NullMarked
package dev.longshore.console.page;

import org.jspecify.annotations.NullMarked;
