/** How far an attempt has come, told at most once a second. */
@NullMarked
package dev.longshore.worker.progress;

import org.jspecify.annotations.NullMarked;
