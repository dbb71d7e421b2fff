package dev.longshore.scheduler.testing;

import dev.longshore.testing.PostgresExtension;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;

/** Jobs by the thousand, and the questions that such a number needs: answered by the database, at once. */
public final class ManyJobs {
    private final PostgresExtension postgres;

    public ManyJobs(PostgresExtension postgres) {
        this.postgres = postgres;
    }

    /** Adds copies of a job, which differ from it by their id alone, until there are that many of them with it. */
    public void multiply(String jobId, int count) {
        postgres.execute(
                """
                DO $$
                DECLARE own text := (SELECT string_agg(column_name, ', ') FROM information_schema.columns
                                     WHERE table_schema = 'scheduler' AND table_name = 'job'
                                       AND column_name <> 'job_id' AND is_generated = 'NEVER');
                BEGIN
                    EXECUTE 'INSERT INTO scheduler.job (job_id, ' || own || ') SELECT md5(job_id::text || n)::uuid, '
                        || own || ' FROM scheduler.job, generate_series(2, %d) n WHERE job_id = ''%s''';
                END $$
                """.formatted(count, jobId),
                """
                INSERT INTO scheduler.job_version
                SELECT (jsonb_populate_record(v, jsonb_build_object('job_id', md5(v.job_id::text || n)::uuid))).*
                FROM scheduler.job_version v, generate_series(2, %d) n WHERE job_id = '%s'
                """.formatted(count, jobId),
                "ANALYZE scheduler.job",
                "ANALYZE scheduler.job_version");
    }

    /** Ends the runs that workers have been told of, as if these had said so. */
    public long endRuns(Instant now) {
        return ask("""
                WITH ended AS (
                    UPDATE scheduler.run SET state = 'COMPLETED', state_at = '%1$s', ended_at = '%1$s'
                    WHERE started_at IS NOT NULL AND ended_at IS NULL RETURNING 1)
                SELECT count(*) FROM ended
                """.formatted(now));
    }

    /** The one number that a query answers. */
    public long ask(String query) {
        try (var connection =
                        DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), postgres.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("A question of the test failed", e);
        }
    }
}
