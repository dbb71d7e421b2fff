/** The export worker: takes tasks of runs and does them. */
@NullMarked
package dev.longshore.worker;

import org.jspecify.annotations.NullMarked;
