package dev.longshore.scheduler.job;

import dev.longshore.platform.web.ConflictException;
import dev.longshore.scheduler.settings.JobId;

/** What a move makes of a job. */
sealed interface MoveOutcome {
    /**
     * The stage that the move leads to.
     *
     * @param reason what exactly would be in the way, for example the run; may be empty
     * @throws ConflictException when the move is refused
     */
    default JobStage orRefuse(JobId job, String reason) {
        if (this instanceof Refused refused) {
            throw refused.of(job, reason);
        }
        return ((Becomes) this).stage();
    }

    /** @param stage where the job is then; often where it was */
    record Becomes(JobStage stage) implements MoveOutcome {}

    /** The job's stage, or what goes on in it, forbids the move. */
    enum Refused implements MoveOutcome {
        NOT_EDITABLE(
                "not-editable", "cannot be changed: it runs one time only and was submitted to run; clone it instead"),
        NOT_RESUMABLE_ONE_TIME(
                "not-resumable", "cannot be resumed: it runs one time only; save it with the start that it is to have"),
        NOT_RESUMABLE_SUBMITTED(
                "not-resumable",
                "cannot be resumed: it runs one time only and was submitted to run; run it now, or clone it"),
        NOT_FIRING("not-firing", "is suspended: it does not fire"),
        RUN_IN_PROGRESS("run-in-progress", "has a run in progress: cancel it or wait for its end"),
        BACKFILL_IN_PROGRESS("backfill-in-progress", "has a backfill in progress: cancel it or wait for its end"),
        DELETED("not-found", "is deleted");

        private final String problem;
        private final String words;

        Refused(String problem, String words) {
            this.problem = problem;
            this.words = words;
        }

        /** Last part of the problem's type, as the API shows it. */
        String problem() {
            return problem;
        }

        private ConflictException of(JobId job, String reason) {
            return new ConflictException(
                    problem, "Job %s %s%s".formatted(job, words, reason.isEmpty() ? "" : " (" + reason + ")"));
        }
    }
}
