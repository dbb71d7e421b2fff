@NullMarked
package dev.longshore.standalone.sample;

import org.jspecify.annotations.NullMarked;
