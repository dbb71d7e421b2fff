/** The sample Contact History: a seeded generator of tables that mirror UCS, with the views that Longshore exports. */
@NullMarked
package dev.longshore.standalone.sample;

import org.jspecify.annotations.NullMarked;
