package dev.longshore.scheduler.job;

import dev.longshore.platform.web.ConflictException;
import dev.longshore.platform.web.NotFoundException;
import dev.longshore.scheduler.access.JobAccess;
import dev.longshore.scheduler.job.BulkResultView.ProblemView;
import dev.longshore.scheduler.job.BulkResultView.ResultView;
import dev.longshore.scheduler.settings.CommandReader.JobsCommand;
import dev.longshore.scheduler.settings.JobId;
import dev.longshore.scheduler.settings.MissedRuns;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One command to many jobs. Each job is a transaction of its own, so that one that refuses holds up no other; what
 * became of each is answered. A crash in between leaves the jobs before it done and those after it as they were;
 * repeating the command does the rest, as each of its steps may be repeated.
 */
final class BulkCommands {
    private static final Logger log = LoggerFactory.getLogger(BulkCommands.class);

    private final JobCommandService jobs;
    private final JobAccess access;

    BulkCommands(JobCommandService jobs, JobAccess access) {
        this.jobs = jobs;
        this.access = access;
    }

    BulkResultView suspend(JobsCommand<String> command, String user) {
        var reason = command.option().orElse(null);
        return each(command.jobs(), id -> jobs.suspend(id, reason, user));
    }

    BulkResultView resume(JobsCommand<MissedRuns> command, String user) {
        return each(command.jobs(), id -> jobs.resume(id, command.option(), user));
    }

    BulkResultView delete(List<JobId> ids, String user) {
        return each(ids, id -> jobs.delete(id, user));
    }

    private BulkResultView each(List<JobId> ids, Consumer<JobId> command) {
        return new BulkResultView(ids.stream().map(id -> result(id, command)).toList());
    }

    private ResultView result(JobId id, Consumer<JobId> command) {
        try {
            if (!access.permitsJob(id.value())) {
                throw new NotFoundException("There is no job " + id);
            }
            command.accept(id);
            return ResultView.done(id.value());
        } catch (NotFoundException e) {
            return ResultView.refused(id.value(), ProblemView.of("not-found", String.valueOf(e.getMessage())));
        } catch (ConflictException e) {
            return ResultView.refused(id.value(), ProblemView.of(e.type(), String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            // The others must not be left in doubt.
            log.error("One of many jobs failed unexpectedly: job={}", id, e);
            return ResultView.refused(
                    id.value(), ProblemView.of("unexpected", "Something went wrong on our side. Try this job again"));
        }
    }
}
