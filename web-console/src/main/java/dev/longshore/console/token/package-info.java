/** Personal access tokens of API clients. */
@NullMarked
package dev.longshore.console.token;

import org.jspecify.annotations.NullMarked;
