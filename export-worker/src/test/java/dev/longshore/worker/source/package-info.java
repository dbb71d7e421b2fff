@NullMarked
package dev.longshore.worker.source;

import org.jspecify.annotations.NullMarked;
