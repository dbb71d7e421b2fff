package dev.longshore.platform.web;

import dev.longshore.platform.jdbi.DatabaseOutage;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Every failure of a request as a problem document; the unexpected ones say nothing of the inside and are logged. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ProblemDetail invalid(InvalidRequestException e) {
        return invalid(e.problems());
    }

    @ExceptionHandler
    ProblemDetail notFound(NotFoundException e) {
        return Problems.problem(HttpStatus.NOT_FOUND, "not-found", String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail conflict(ConflictException e) {
        return Problems.problem(HttpStatus.CONFLICT, e.type(), String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail forbidden(ForbiddenException e, HttpServletRequest request) {
        Principal caller = request.getUserPrincipal();
        log.info(
                "Refused, {}: user={} call={} {}",
                e.type(),
                caller == null ? "unknown" : caller.getName(),
                request.getMethod(),
                request.getRequestURI());
        return Problems.problem(HttpStatus.FORBIDDEN, e.type(), String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail preconditionFailed(PreconditionFailedException e) {
        return Problems.problem(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile", String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail preconditionRequired(PreconditionRequiredException e) {
        return Problems.problem(HttpStatus.PRECONDITION_REQUIRED, "if-match-required", String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail wrongParameter(MethodArgumentTypeMismatchException e) {
        Class<?> required = e.getRequiredType();
        String expected = required == null ? "another type" : "a value of type " + required.getSimpleName();
        if (required != null && required.isEnum()) {
            expected = "one of " + List.of(required.getEnumConstants());
        }
        return invalid(List.of(new FieldProblem(e.getName(), e.getValue(), "must be " + expected)));
    }

    /** Security's own filters answer these. */
    @ExceptionHandler
    void denied(AccessDeniedException e) {
        throw e;
    }

    /** Left to the server, which closes the connection: the answer has begun, and a document in it would look like its end. */
    @ExceptionHandler
    void brokenOff(BrokenOffException e) {
        throw e;
    }

    @ExceptionHandler
    ProblemDetail unexpected(Exception e) {
        if (DatabaseOutage.isCauseOf(e)) {
            log.warn("Request is answered with 503, as the database does not serve it", e);
            return Problems.problem(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "database-unavailable",
                    "The database does not serve us at the moment. Try again later; look first whether a change was made.");
        }
        log.error("Request failed unexpectedly and is answered with 500", e);
        return Problems.problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "unexpected",
                "Something went wrong on our side. Trying again may help; the log of the service has the cause.");
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ResponseEntity.badRequest().body(unreadable(e.getCause()));
    }

    private static ProblemDetail unreadable(@Nullable Throwable cause) {
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return invalid(List.of(new FieldProblem(
                    pathOf(unknown), null, "is not known; known here: " + unknown.getKnownPropertyIds())));
        }
        if (cause instanceof InvalidFormatException wrong) {
            return invalid(List.of(new FieldProblem(
                    pathOf(wrong),
                    wrong.getValue(),
                    "must be a value of type " + wrong.getTargetType().getSimpleName())));
        }
        if (cause instanceof MismatchedInputException wrong) {
            return invalid(List.of(new FieldProblem(pathOf(wrong), null, "is missing or has the wrong type")));
        }
        if (cause instanceof StreamReadException broken && broken.getLocation() != null) {
            return Problems.problem(
                    HttpStatus.BAD_REQUEST,
                    "unreadable",
                    "The body is not valid JSON near line %d, column %d"
                            .formatted(
                                    broken.getLocation().getLineNr(),
                                    broken.getLocation().getColumnNr()));
        }
        return Problems.problem(HttpStatus.BAD_REQUEST, "unreadable", "The body is missing or is not valid JSON");
    }

    private static ProblemDetail invalid(List<FieldProblem> problems) {
        ProblemDetail problem = Problems.problem(
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                problems.stream()
                        .map(field -> field.field() + " " + field.message())
                        .collect(Collectors.joining("; ")));
        problem.setTitle("The request is not valid");
        problem.setProperty("errors", problems);
        return problem;
    }

    private static String pathOf(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}
