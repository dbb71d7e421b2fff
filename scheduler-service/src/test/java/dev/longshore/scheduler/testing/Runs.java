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
                SELECT 'two runs at ' || fire_time || ' of job ' || job_id
                FROM scheduler.run WHERE trigger = 'SCHEDULE' GROUP BY job_id, fire_time HAVING count(*) > 1
                UNION ALL
                SELECT 'two runs at work of job ' || job_id
                FROM scheduler.run WHERE started_at IS NOT NULL AND ended_at IS NULL
                GROUP BY job_id HAVING count(*) > 1
                """, null, row -> row.getString(1));
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
