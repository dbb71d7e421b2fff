/** The scheduler: see the README of this module. */
@NullMarked
package dev.longshore.scheduler;

import org.jspecify.annotations.NullMarked;
