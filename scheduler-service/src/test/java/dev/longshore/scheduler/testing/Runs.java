package dev.longshore.scheduler.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What the database of a scheduler holds about runs and chains of windows. */
public record Runs(DataSource database) {
    /**
     * A run as it is kept.
     *
     * @param from null when the window is open
     */
    public record Stored(
            String id,
            String trigger,
            String state,
            Instant fireTime,
            @Nullable Instant from,
            @Nullable Instant to,
            boolean started) {
        /** For example {@code 03:00 COMPLETED [02:00, 03:00)}; with the day where it is not the fire time's. */
        @Override
        public String toString() {
            return "%s %s [%s, %s)".formatted(time(fireTime), state, time(from), time(to));
        }

        private static String time(@Nullable Instant instant) {
            return instant == null
                    ? "-"
                    : DateTimeFormatter.ofPattern("HH:mm").format(instant.atOffset(java.time.ZoneOffset.UTC));
        }
    }

    /** The runs of a job by fire time. */
    public List<Stored> of(String jobId) {
        return query(
                """
                SELECT run_id, trigger, state, fire_time, window_from, window_to, started_at IS NOT NULL
                FROM scheduler.run WHERE job_id = ? ORDER BY fire_time, requested_at
                """,
                jobId,
                row -> new Stored(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        instant(row, 4),
                        nullableInstant(row, 5),
                        nullableInstant(row, 6),
                        row.getBoolean(7)));
    }

    /** The runs of a job that are not skipped, in words, by fire time. */
    public List<String> issuedFor(String jobId) {
        return of(jobId).stream()
                .filter(run -> !run.state().equals("SKIPPED"))
                .map(Stored::toString)
                .toList();
    }

    /** The fire times of a job that policy passed over. */
    public List<Instant> skippedFor(String jobId) {
        return of(jobId).stream()
                .filter(run -> run.state().equals("SKIPPED"))
                .map(Stored::fireTime)
                .toList();
    }

    /** The windows of a job's chain, without the first link: who owns them, from and to. */
    public List<Link> chainOf(String jobId) {
        return query("""
                SELECT run_id, window_from, window_to FROM scheduler.chain_link
                WHERE job_id = ? AND window_from IS NOT NULL ORDER BY window_to
                """, jobId, row -> new Link(row.getString(1), instant(row, 2), instant(row, 3)));
    }

    /** @param run null when runs of another date range exported it */
    public record Link(@Nullable String run, Instant from, Instant to) {}

    /**
     * What is wrong with the database, in words; empty when chains have neither gap nor overlap, every link is the
     * window of its run, no fire time has two runs, and at most one run of a job is at work.
     */
    public List<String> faults() {
        return query("""
                SELECT 'gap or overlap before ' || window_to || ' of job ' || job_id
                FROM (SELECT job_id, window_from, window_to,
                             lag(window_to) OVER (PARTITION BY job_id ORDER BY window_to) AS previous_to
                      FROM scheduler.chain_link) link
                WHERE window_from IS DISTINCT FROM previous_to
                UNION ALL
                SELECT 'link is not the window of its run ' || run_id
                FROM scheduler.chain_link link JOIN scheduler.run USING (run_id)
                WHERE (link.window_from, link.window_to, 'SCHEDULE')
                      IS DISTINCT FROM (run.window_from, run.window_to, run.trigger)
                UNION ALL
                SELECT 'the row of job ' || job_id || ' says ' || last_run_state || ' of a run that is ' || run.state
                FROM scheduler.job JOIN scheduler.run USING (job_id)
                WHERE run.run_id = job.last_run_id AND run.state <> job.last_run_state
                UNION ALL
                SELECT 'windows of a backfill are not its range, cut: ' || backfill_id
                FROM scheduler.backfill JOIN (
                    SELECT backfill_id, min(window_from) AS starts, max(window_to) AS ends,
                           sum(window_to - window_from) AS exported
                    FROM scheduler.backfill_window GROUP BY backfill_id) cut USING (backfill_id)
                WHERE (starts, ends, exported) IS DISTINCT FROM (range_from, range_to, range_to - range_from)
                UNION ALL
                SELECT 'a window of a backfill is not that of its run ' || run_id
                FROM scheduler.backfill_window part JOIN scheduler.run USING (run_id)
                WHERE (part.window_from, part.window_to, 'BACKFILL')
                      IS DISTINCT FROM (run.window_from, run.window_to, run.trigger)
                UNION ALL
                SELECT 'a skipped run has a link or was started: ' || run_id
                FROM scheduler.run LEFT JOIN scheduler.chain_link link USING (run_id)
                WHERE run.state = 'SKIPPED' AND (run.started_at IS NOT NULL OR link.run_id IS NOT NULL)
                UNION ALL
                SELECT 'two runs at ' || fire_time || ' of job ' || job_id
                FROM scheduler.run WHERE trigger = 'SCHEDULE' GROUP BY job_id, fire_time HAVING count(*) > 1
                UNION ALL
                SELECT 'two runs at work of job ' || job_id
                FROM scheduler.run WHERE started_at IS NOT NULL AND ended_at IS NULL
                GROUP BY job_id HAVING count(*) > 1
                """, null, row -> row.getString(1));
    }

    /** Like {@link #faults}, of the newest links and runs of each job that is not deleted; and of the states of jobs. */
    public List<String> recentFaults() {
        return query("""
                SELECT 'gap or overlap before ' || window_to || ' of job ' || job_id
                FROM (SELECT link.job_id, window_from, window_to,
                             lag(window_to) OVER (PARTITION BY link.job_id ORDER BY window_to) AS previous_to,
                             row_number() OVER (PARTITION BY link.job_id ORDER BY window_to) AS position
                      FROM scheduler.job, LATERAL (
                          SELECT job_id, window_from, window_to FROM scheduler.chain_link
                          WHERE chain_link.job_id = job.job_id ORDER BY window_to DESC LIMIT 20) link
                      WHERE job.deleted_at IS NULL) link
                WHERE position > 1 AND window_from IS DISTINCT FROM previous_to
                UNION ALL
                SELECT 'two runs at ' || fire_time || ' of job ' || job_id
                FROM scheduler.job, LATERAL (
                    SELECT fire_time FROM scheduler.run
                    WHERE run.job_id = job.job_id AND trigger = 'SCHEDULE' ORDER BY fire_time DESC LIMIT 20) run
                WHERE job.deleted_at IS NULL
                GROUP BY job_id, fire_time HAVING count(*) > 1
                UNION ALL
                SELECT 'two runs at work of job ' || job_id
                FROM scheduler.run WHERE ended_at IS NULL AND started_at IS NOT NULL
                GROUP BY job_id HAVING count(*) > 1
                UNION ALL
                SELECT 'a recurring job without a next fire time ' || job_id
                FROM scheduler.job WHERE deleted_at IS NULL AND NOT one_time AND next_fire_time IS NULL
                """, null, row -> row.getString(1));
    }

    /** The ids of runs that are at work, in the order in which they started. */
    public List<String> atWork() {
        return query("""
                SELECT run_id FROM scheduler.run
                WHERE started_at IS NOT NULL AND ended_at IS NULL ORDER BY started_at, job_id
                """, null, row -> row.getString(1));
    }

    /** How many windows all chains have. */
    public int links() {
        return query(
                        "SELECT count(*)::int FROM scheduler.chain_link WHERE run_id IS NOT NULL",
                        null,
                        row -> row.getInt(1))
                .get(0);
    }

    private <T> List<T> query(String sql, @Nullable String jobId, RowReader<T> reader) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            if (jobId != null) {
                statement.setObject(1, UUID.fromString(jobId));
            }
            var found = new ArrayList<T>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant nullableInstant(ResultSet row, int column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
