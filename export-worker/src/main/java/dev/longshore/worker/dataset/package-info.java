/** What a run's settings mean in the catalog: columns, entity types, format and names. */
@NullMarked
package dev.longshore.worker.dataset;

import org.jspecify.annotations.NullMarked;
