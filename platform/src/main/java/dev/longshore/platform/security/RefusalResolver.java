package dev.longshore.platform.security;

import dev.longshore.platform.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import tools.jackson.databind.json.JsonMapper;

/** Answers a caller who lacks the role with 403, and leaves a line about it in the log (OWASP ASVS 5.0, 16.3.2). */
final class RefusalResolver implements AccessDeniedHandler {
    private static final Logger log = LoggerFactory.getLogger(RefusalResolver.class);

    private final JsonMapper json;

    RefusalResolver(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        Principal caller = request.getUserPrincipal();
        // The path is still encoded, so that nobody writes a line of the log himself.
        log.info(
                "Refused, the role does not suffice: user={} call={} {}",
                caller == null ? "unknown" : caller.getName(),
                request.getMethod(),
                request.getRequestURI());
        write(response, json, HttpStatus.FORBIDDEN, "forbidden", "This needs a role that you do not have");
    }

    /** A problem document outside of any controller. */
    static void write(HttpServletResponse response, JsonMapper json, HttpStatus status, String type, String detail)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(Problems.problem(status, type, detail)));
    }
}
