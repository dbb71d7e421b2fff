/** Answers of the REST interfaces, errors above all (RFC 9457). */
@NullMarked
package dev.longshore.platform.web;

import org.jspecify.annotations.NullMarked;
