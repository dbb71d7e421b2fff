@NullMarked
package dev.longshore.artifact;

import org.jspecify.annotations.NullMarked;
