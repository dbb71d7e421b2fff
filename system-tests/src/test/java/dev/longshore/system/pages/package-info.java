/** What people see, in a real browser on the whole product: one product and one browser for all classes. */
@NullMarked
package dev.longshore.system.pages;

import org.jspecify.annotations.NullMarked;
