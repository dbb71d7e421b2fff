/** The sources and types that can be exported, read from the catalog that workers read too. */
@NullMarked
package dev.longshore.scheduler.catalog;

import org.jspecify.annotations.NullMarked;
