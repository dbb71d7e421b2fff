/** Why work fails, and whether trying again can help. */
@NullMarked
package dev.longshore.worker.failure;

import org.jspecify.annotations.NullMarked;
