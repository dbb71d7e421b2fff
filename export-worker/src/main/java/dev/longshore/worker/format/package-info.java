/** How records become bytes: formats, their encoders, and blocks of whole records. */
@NullMarked
package dev.longshore.worker.format;

import org.jspecify.annotations.NullMarked;
