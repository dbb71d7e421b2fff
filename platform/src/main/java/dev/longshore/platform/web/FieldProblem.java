package dev.longshore.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field of a request.
 *
 * @param field path of the field as the caller wrote it, for example {@code schedule.everyHours}
 * @param rejected the value that was refused, null when it was missing
 * @param message what is wrong and what would be right, in words for people
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FieldProblem(String field, @Nullable Object rejected, String message) {}
