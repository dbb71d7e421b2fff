/** A chunk's finished output in the store: blocks of records and an index of them. */
@NullMarked
package dev.longshore.worker.segment;

import org.jspecify.annotations.NullMarked;
