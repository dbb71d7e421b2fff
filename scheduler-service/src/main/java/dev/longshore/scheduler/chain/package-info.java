/** The chains of windows that SINCE_LAST jobs export: no gap, no overlap, whatever is edited, missed or skipped. */
@NullMarked
package dev.longshore.scheduler.chain;

import org.jspecify.annotations.NullMarked;
