@NullMarked
package dev.longshore.testing;

import org.jspecify.annotations.NullMarked;
