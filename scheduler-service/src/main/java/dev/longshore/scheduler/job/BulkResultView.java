package dev.longshore.scheduler.job;

import dev.longshore.platform.web.Problems;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What became of each job of one command, in the order of the ids. */
@Schema(name = "BulkResult")
record BulkResultView(List<ResultView> results) {
    /** Whether the command was carried out. */
    enum Outcome {
        DONE,
        REFUSED
    }

    /** What became of one job. */
    @Schema(name = "JobResult")
    record ResultView(
            UUID id,
            Outcome outcome,

            @Schema(nullable = true, description = "why it was refused; null when it was done") @Nullable
            ProblemView problem) {
        static ResultView done(UUID id) {
            return new ResultView(id, Outcome.DONE, null);
        }

        static ResultView refused(UUID id, ProblemView problem) {
            return new ResultView(id, Outcome.REFUSED, problem);
        }
    }

    /** What the same command to this job alone would have been answered with. */
    @Schema(name = "JobProblem")
    record ProblemView(
            @Schema(
                    format = "uri",
                    description = "as in a problem document: .../run-in-progress, .../not-found and so on")
            String type,

            @Schema(description = "in words") String detail) {
        /** @param type last part of the problem's type */
        static ProblemView of(String type, String detail) {
            return new ProblemView(
                    String.valueOf(
                            Problems.problem(HttpStatus.CONFLICT, type, detail).getType()),
                    detail);
        }
    }
}
