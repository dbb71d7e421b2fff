@NullMarked
package dev.longshore.worker.segment;

import org.jspecify.annotations.NullMarked;
