@NullMarked
package dev.longshore.worker.manifest;

import org.jspecify.annotations.NullMarked;
