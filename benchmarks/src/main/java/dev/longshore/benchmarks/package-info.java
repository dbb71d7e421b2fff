/** Measurements that are repeated by hand: the real services, beside what anybody would reach for instead. */
@NullMarked
package dev.longshore.benchmarks;

import org.jspecify.annotations.NullMarked;
