/** Proves of an installation that what it says it exported is there, or finds where it is not. */
@NullMarked
package dev.longshore.standalone.audit;

import org.jspecify.annotations.NullMarked;
