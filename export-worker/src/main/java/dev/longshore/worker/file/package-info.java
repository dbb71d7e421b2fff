/** The files of runs, from layout to assembly. */
@NullMarked
package dev.longshore.worker.file;

import org.jspecify.annotations.NullMarked;
