package dev.longshore.platform.web;

import java.util.List;

/** The request breaks rules; answered with 400 and all broken rules at once. Nothing was changed. */
public final class InvalidRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldProblem> problems;

    /** @param problems at least one */
    public InvalidRequestException(List<FieldProblem> problems) {
        super("Invalid request: " + problems.stream().map(FieldProblem::field).toList());
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("an invalid request has at least one problem");
        }
        this.problems = List.copyOf(problems);
    }

    /** A request with one problem. */
    public static InvalidRequestException of(String field, Object rejected, String message) {
        return new InvalidRequestException(List.of(new FieldProblem(field, rejected, message)));
    }

    public List<FieldProblem> problems() {
        return problems;
    }
}
