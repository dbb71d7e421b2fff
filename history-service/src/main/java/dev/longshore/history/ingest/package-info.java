/** Projection of run events and progress into the read model. */
@NullMarked
package dev.longshore.history.ingest;

import org.jspecify.annotations.NullMarked;
