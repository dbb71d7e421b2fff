@NullMarked
package dev.longshore.worker.export;

import org.jspecify.annotations.NullMarked;
