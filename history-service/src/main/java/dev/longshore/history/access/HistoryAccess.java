package dev.longshore.history.access;

import dev.longshore.platform.security.AllowedSources;
import java.util.UUID;

/** What the caller may see, where no path names it: in bodies and parameters. */
public final class HistoryAccess {
    private final SourceDao sources;

    HistoryAccess(SourceDao sources) {
        this.sources = sources;
    }

    /** Whether all runs that the job ever had are there for the present caller. */
    public boolean permitsRunsOfJob(UUID jobId) {
        AllowedSources allowed = AllowedSources.ofCaller();
        return allowed.areAll() || allowed.permitAll(sources.findOfRunsOfJob(jobId));
    }
}
