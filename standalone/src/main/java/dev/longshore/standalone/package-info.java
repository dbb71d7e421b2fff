/** The whole product on one machine: starts the embedded servers and the services, and stops them in reverse order. */
@NullMarked
package dev.longshore.standalone;

import org.jspecify.annotations.NullMarked;
