/** Records of who did what, for the audit log. */
@NullMarked
package dev.longshore.platform.audit;

import org.jspecify.annotations.NullMarked;
