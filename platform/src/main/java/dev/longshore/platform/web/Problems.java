package dev.longshore.platform.web;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Builds problem documents (RFC 9457). */
public final class Problems {
    private static final String TYPES = "https://longshore.dev/problems/";

    private Problems() {}

    /**
     * @param type last part of the problem's type, in lower case with hyphens
     * @param detail for the caller; never holds secrets or row contents
     */
    public static ProblemDetail problem(HttpStatus status, String type, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPES + type));
        return problem;
    }
}
