/**
 * A real PostgreSQL, a real Kafka broker and a schema registry that live and end with this JVM. The standalone product
 * runs on them and the test kit too, so that both meet the same servers.
 */
@NullMarked
package dev.longshore.embedded;

import org.jspecify.annotations.NullMarked;
