/** The browser's back end: sign-in, the pages, and one door to the services. */
@NullMarked
package dev.longshore.console;

import org.jspecify.annotations.NullMarked;
