/** What requests of several features have in common. */
@NullMarked
package dev.longshore.history.request;

import org.jspecify.annotations.NullMarked;
