package dev.longshore.scheduler.testing;

import dev.longshore.testing.PostgresExtension;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Jobs by the thousand, and the questions that such a number needs: answered by the database, at once. */
public final class ManyJobs {
    private final PostgresExtension postgres;

    public ManyJobs(PostgresExtension postgres) {
        this.postgres = postgres;
    }

    /**
     * Adds copies of a job, which differ from it by their id alone, until there are that many of them with it. All appear at
     * once.
     *
     * @return the ids of all
     */
    public List<String> multiply(String jobId, int count) {
        postgres.execute("""
                DO $$
                DECLARE own text := (SELECT string_agg(column_name, ', ') FROM information_schema.columns
                                     WHERE table_schema = 'scheduler' AND table_name = 'job'
                                       AND column_name <> 'job_id' AND is_generated = 'NEVER');
                BEGIN
                    EXECUTE 'INSERT INTO scheduler.job (job_id, ' || own || ') SELECT md5(job_id::text || n)::uuid, '
                        || own || ' FROM scheduler.job, generate_series(2, %1$d) n WHERE job_id = ''%2$s''';
                    INSERT INTO scheduler.job_version
                    SELECT (jsonb_populate_record(v, jsonb_build_object('job_id', md5(v.job_id::text || n)::uuid))).*
                    FROM scheduler.job_version v, generate_series(2, %1$d) n WHERE job_id = '%2$s';
                END $$
                """.formatted(count, jobId), "ANALYZE scheduler.job", "ANALYZE scheduler.job_version");
        return Stream.concat(
                        Stream.of(jobId), IntStream.rangeClosed(2, count).mapToObj(number -> copyOf(jobId, number)))
                .toList();
    }

    /** As the database makes it. */
    private static String copyOf(String jobId, int number) {
        try {
            var md5 = MessageDigest.getInstance("MD5").digest((jobId + number).getBytes(StandardCharsets.UTF_8));
            var bytes = ByteBuffer.wrap(md5);
            return new UUID(bytes.getLong(), bytes.getLong()).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
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
