/** Avro messages in the Confluent wire format, listeners and their dead letters. */
@NullMarked
package dev.longshore.platform.messaging;

import org.jspecify.annotations.NullMarked;
