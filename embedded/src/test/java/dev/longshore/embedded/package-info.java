@NullMarked
package dev.longshore.embedded;

import org.jspecify.annotations.NullMarked;
