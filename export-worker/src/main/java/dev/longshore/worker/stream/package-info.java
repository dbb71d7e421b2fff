/** Writing the chunks of a run one behind the other into files, as long as one process has them in their order. */
@NullMarked
package dev.longshore.worker.stream;

import org.jspecify.annotations.NullMarked;
