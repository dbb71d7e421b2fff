/** One class for each promise of the failure model that takes the whole product to prove. */
@NullMarked
package dev.longshore.system.fault;

import org.jspecify.annotations.NullMarked;
