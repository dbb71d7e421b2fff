/** Files and manifests that users list, download and delete. */
@NullMarked
package dev.longshore.history.artifact;

import org.jspecify.annotations.NullMarked;
