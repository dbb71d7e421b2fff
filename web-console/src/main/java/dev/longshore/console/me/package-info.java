/** What the signed-in caller learns of himself, and how he likes the pages. */
@NullMarked
package dev.longshore.console.me;

import org.jspecify.annotations.NullMarked;
