/** One description of the whole REST interface, joined from those of the services. */
@NullMarked
package dev.longshore.console.openapi;

import org.jspecify.annotations.NullMarked;
