package dev.longshore.scheduler.access;

import dev.longshore.platform.security.AllowedSources;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What the caller may touch, where no path names it: in bodies and in commands to many jobs. */
public final class JobAccess {
    private final SourceDao sources;

    JobAccess(SourceDao sources) {
        this.sources = sources;
    }

    /** Whether the job is there for the present caller. */
    public boolean permitsJob(UUID jobId) {
        AllowedSources allowed = AllowedSources.ofCaller();
        return allowed.areAll() || allowed.permitAll(sources.findOfJob(jobId));
    }

    /**
     * A body that names no source has worse problems, which are told elsewhere.
     *
     * @throws dev.longshore.platform.web.ForbiddenException when it names one that the caller may not use
     */
    public void requireSourceOf(JsonNode job) {
        JsonNode source = job.path("source");
        if (source.isString()) {
            AllowedSources.ofCaller().require(source.asString());
        }
    }
}
