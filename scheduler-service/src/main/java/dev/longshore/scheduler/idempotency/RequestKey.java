package dev.longshore.scheduler.idempotency;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for what, under which key.
 *
 * @param value the {@code Idempotency-Key}; empty when none was sent, then every request creates
 * @param request the body, in a form that is the same for equal bodies
 */
public record RequestKey(String caller, Optional<String> value, String request) {
    public static RequestKey of(String caller, @Nullable String header, String request) {
        return new RequestKey(caller, Optional.ofNullable(header), request);
    }
}
