@NullMarked
package dev.longshore.standalone;

import org.jspecify.annotations.NullMarked;
