package dev.longshore.history.run;

import dev.longshore.history.progress.RunPhase;
import dev.longshore.history.progress.RunStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as users see it. Instants are UTC.
 *
 * @param id run
 * @param jobId job it belongs to
 * @param jobTitle title of the job when the run was issued
 * @param source source of the data
 * @param type type of the data
 * @param trigger what caused the run: SCHEDULE, MANUAL, BACKFILL or RETRY
 * @param status where it stands
 * @param phase what it is doing; null once it has ended
 * @param fireTime nominal instant at which it was due
 * @param window data that it exports
 * @param requestedAt when it was issued
 * @param requestedBy who asked for it; null for a SKIPPED fire time
 * @param startedAt when the workers accepted it
 * @param endedAt when it ended
 * @param progress how far it has come
 * @param eta when it will end; null when that is unknown or the run has ended
 * @param etaUnknownBecause why there is no ETA; null when there is one or the run has ended
 * @param expectedWork how long the run takes once it can go on, from the job's past and the plan; only while it has not
 *     begun to export, and null for a job without a past
 * @param closedThrough instant up to which the window was known to be closed when it was planned; null before
 * @param windowWarning why the window may still have been open, when policy had it exported all the same; else null
 * @param files number of files, known once they are laid out
 * @param fileName name of the only file, or of the first of the set; null before it is made
 * @param storedBytes bytes of the files as they are stored, of a completed run
 * @param failure why it ended without an export; null for other runs
 * @param manifestSha256 SHA-256 of the manifest of a completed run
 * @param expiresAt when its artifacts are removed; null when never
 */
public record RunView(
        UUID id,
        UUID jobId,
        @Nullable String jobTitle,
        @Nullable String source,
        @Nullable String type,
        @Nullable String trigger,
        RunStatus status,
        @Nullable RunPhase phase,
        @Nullable Instant fireTime,
        WindowView window,
        Instant requestedAt,
        @Nullable String requestedBy,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        ProgressView progress,
        @Nullable EtaView eta,
        @Nullable String etaUnknownBecause,
        @Nullable WorkView expectedWork,
        @Nullable Instant closedThrough,
        @Nullable String windowWarning,
        @Nullable Integer files,
        @Nullable String fileName,
        @Nullable Long storedBytes,
        @Nullable FailureView failure,
        @Nullable String manifestSha256,
        @Nullable Instant expiresAt) {

    /**
     * A half-open interval of data.
     *
     * @param from first instant in it; null when open at the start
     * @param to first instant after it; null when open at the end
     */
    public record WindowView(
            @Nullable Instant from, @Nullable Instant to) {}

    /**
     * How far a run has come.
     *
     * @param fraction 0 to 1; never falls, and is 1 only when the manifest is in place
     * @param rows rows exported; the rows of a lost attempt are taken out again
     * @param bytes bytes exported, before compression
     * @param chunksDone finished chunks
     * @param chunksTotal chunks of the plan; null before it is known
     * @param asOf latest news that this rests on
     */
    public record ProgressView(
            double fraction,
            long rows,
            long bytes,
            long chunksDone,
            @Nullable Integer chunksTotal,
            Instant asOf) {}

    /**
     * When a run will end.
     *
     * @param at likeliest end
     * @param earliest start of the interval that should hold the end in 8 of 10 cases
     * @param latest end of that interval
     */
    public record EtaView(Instant at, Instant earliest, Instant latest) {}

    /**
     * How long the run takes once it can go on, in seconds.
     *
     * @param seconds likeliest
     * @param least start of the interval that should hold it in 8 of 10 cases
     * @param most end of that interval
     */
    public record WorkView(double seconds, double least, double most) {}

    /**
     * Why a run ended without an export.
     *
     * @param kind kind of failure; CANCELLED and SKIPPED for runs that ended so
     * @param message what happened, for people
     * @param retryable whether running it again may help
     */
    public record FailureView(String kind, String message, boolean retryable) {}
}
