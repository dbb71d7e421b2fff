@NullMarked
package dev.longshore.worker.layout;

import org.jspecify.annotations.NullMarked;
