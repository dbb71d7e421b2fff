/** Named places where tests make things go wrong. */
@NullMarked
package dev.longshore.platform.fault;

import org.jspecify.annotations.NullMarked;
