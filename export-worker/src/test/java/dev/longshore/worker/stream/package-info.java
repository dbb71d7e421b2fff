@NullMarked
package dev.longshore.worker.stream;

import org.jspecify.annotations.NullMarked;
