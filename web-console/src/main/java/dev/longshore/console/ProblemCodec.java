package dev.longshore.console;

import dev.longshore.platform.web.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a problem document where no controller is at work: in filters and in relayed calls. */
@Component
public final class ProblemCodec {
    private final JsonMapper json;

    ProblemCodec(JsonMapper json) {
        this.json = json;
    }

    /** @param detail for the caller, in words */
    public void write(HttpServletResponse response, HttpStatus status, String type, String detail) throws IOException {
        byte[] body = json.writeValueAsBytes(Problems.problem(status, type, detail));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
