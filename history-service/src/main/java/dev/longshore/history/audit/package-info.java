/** The audit log: who did what, kept for good and never changed. */
@NullMarked
package dev.longshore.history.audit;

import org.jspecify.annotations.NullMarked;
