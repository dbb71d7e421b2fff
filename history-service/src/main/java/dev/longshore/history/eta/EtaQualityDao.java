package dev.longshore.history.eta;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface EtaQualityDao {
    /** @return whether the run had not been judged before */
    @SqlUpdate("""
            INSERT INTO eta_quality (run_id, job_id, ended_at, seconds, normalised_error, coverage, jumps, known_share,
                                     mean_age, largest_age, slots, tenths)
            VALUES (:runId, :jobId, :endedAt, :seconds, :normalisedError, :coverage, :jumps, :knownShare, :meanAge,
                    :largestAge, :slots, :tenths)
            ON CONFLICT DO NOTHING
            """)
    boolean insertQuality(
            UUID runId,
            UUID jobId,
            Instant endedAt,
            @BindMethods EtaQuality quality,
            double slots,
            List<Double> tenths);

    /** How the latest judged runs of a job, or of all, were estimated; the latest first. */
    @SqlQuery("""
            SELECT seconds, normalised_error, coverage, jumps, known_share, mean_age, largest_age
            FROM eta_quality
            WHERE (CAST(:jobId AS uuid) IS NULL OR job_id = :jobId)
            ORDER BY ended_at DESC
            LIMIT :limit
            """)
    @RegisterConstructorMapper(EtaQuality.class)
    List<EtaQuality> findLatest(@Nullable UUID jobId, int limit);

    @SqlUpdate("""
            INSERT INTO eta_score (run_id, stage, number, job_id, ended_at, score)
            VALUES (:runId, :stage, :number, :jobId, :endedAt, :score)
            ON CONFLICT DO NOTHING
            """)
    boolean insertScore(UUID runId, int stage, int number, UUID jobId, Instant endedAt, double score);

    @SqlQuery("""
            SELECT score
            FROM eta_score
            WHERE job_id = :jobId AND stage = :stage
            ORDER BY ended_at DESC
            LIMIT :limit
            """)
    List<Double> findScoresOfJob(UUID jobId, int stage, int limit);

    @SqlQuery("""
            SELECT score
            FROM eta_score
            WHERE stage = :stage
            ORDER BY ended_at DESC
            LIMIT :limit
            """)
    List<Double> findScoresOfAll(int stage, int limit);

    /** Scores of a job's runs before its latest ones: nothing is calibrated on them any more. */
    @SqlUpdate("""
            DELETE FROM eta_score
            WHERE job_id = :jobId AND ended_at < (
                SELECT ended_at FROM eta_quality WHERE job_id = :jobId ORDER BY ended_at DESC OFFSET :kept LIMIT 1)
            """)
    int deleteScoresBefore(UUID jobId, int kept);

    /**
     * How good the estimates of one completed run were.
     *
     * @param seconds length of the run, from its first chunk's begin to its completion
     * @param normalisedError mean of |predicted - true time left| over the time in which an end was told, by the run's length
     * @param coverage share of that time in which the interval held the true end
     * @param jumps how often the predicted end moved by more than a tenth of the run's length at once
     * @param knownShare share of the run's length in which an end was told
     * @param meanAge mean age of the news behind what was told, in seconds
     * @param largestAge largest age, in seconds
     */
    record EtaQuality(
            double seconds,
            double normalisedError,
            double coverage,
            int jumps,
            double knownShare,
            double meanAge,
            double largestAge) {}
}
