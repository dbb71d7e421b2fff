@NullMarked
package dev.longshore.worker.catalog;

import org.jspecify.annotations.NullMarked;
