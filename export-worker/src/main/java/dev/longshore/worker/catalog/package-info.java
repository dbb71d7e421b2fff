/** What can be exported: sources, their types and columns, as the catalog resource describes them. */
@NullMarked
package dev.longshore.worker.catalog;

import org.jspecify.annotations.NullMarked;
