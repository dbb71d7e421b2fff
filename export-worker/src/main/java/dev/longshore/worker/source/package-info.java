/** Reading Contact History: order and ranges of records, planning chunks, streaming records, closing windows. */
@NullMarked
package dev.longshore.worker.source;

import org.jspecify.annotations.NullMarked;
