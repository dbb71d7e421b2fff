/** What a job would do, before it does it. */
@NullMarked
package dev.longshore.scheduler.preview;

import org.jspecify.annotations.NullMarked;
