/** Who may call a service. */
@NullMarked
package dev.longshore.platform.security;

import org.jspecify.annotations.NullMarked;
