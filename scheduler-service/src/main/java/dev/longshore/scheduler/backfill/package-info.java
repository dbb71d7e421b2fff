/** Backfills: exporting a range of the past, split by the period of a job, without disturbing its schedule. */
@NullMarked
package dev.longshore.scheduler.backfill;

import org.jspecify.annotations.NullMarked;
