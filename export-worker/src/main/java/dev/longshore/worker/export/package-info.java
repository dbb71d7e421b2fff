/** Exporting chunks to segments. */
@NullMarked
package dev.longshore.worker.export;

import org.jspecify.annotations.NullMarked;
