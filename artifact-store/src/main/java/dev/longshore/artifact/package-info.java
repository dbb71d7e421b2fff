/** Where export files live: staging objects that only workers see, and published folders that everybody may read. */
@NullMarked
package dev.longshore.artifact;

import org.jspecify.annotations.NullMarked;
