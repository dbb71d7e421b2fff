/** What a finished run tells about itself: file names, checksums, and the manifest that makes the files count. */
@NullMarked
package dev.longshore.worker.manifest;

import org.jspecify.annotations.NullMarked;
