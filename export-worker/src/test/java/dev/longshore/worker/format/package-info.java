@NullMarked
package dev.longshore.worker.format;

import org.jspecify.annotations.NullMarked;
