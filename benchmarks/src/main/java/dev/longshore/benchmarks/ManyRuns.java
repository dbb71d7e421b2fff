package dev.longshore.benchmarks;

import java.sql.SQLException;
import java.util.Locale;

/**
 * Runs of a thousand jobs, one every 20 s, made in the database: one in fifty failed, one in a hundred was skipped, one in
 * eight exports contacts, one in ten thousand work items, the newest fifty are active; lengths, rows and bytes are spread
 * over orders of magnitude.
 */
record ManyRuns(Statements database) {
    static final int JOBS = 1_000;

    /** Indexes are quicker made of all rows at once. */
    private static final String WITHOUT_INDEXES = """
            CREATE TABLE indexes_to_make AS
                SELECT indexdef, indexname FROM pg_indexes
                WHERE schemaname = 'history' AND tablename = 'run' AND indexname != 'run_pkey';
            DO $$
            DECLARE part record;
            BEGIN
                FOR part IN SELECT indexname FROM indexes_to_make LOOP
                    EXECUTE format('DROP INDEX history.%I', part.indexname);
                END LOOP;
            END $$
            """;

    private static final String WITH_INDEXES = """
            DO $$
            DECLARE part record;
            BEGIN
                FOR part IN SELECT indexdef FROM indexes_to_make LOOP
                    EXECUTE part.indexdef;
                END LOOP;
            END $$
            """;

    private static final String RUNS = """
            INSERT INTO history.run (run_id, job_id, first_fact_at, job_version, job_title, source, type, trigger,
                                     fire_time, requested_at, requested_by, skipped_at, skipped_because, started_at,
                                     planned_at, chunks, keys, exporting_at, completed_at, failed_at, failure_kind,
                                     failure_message, failure_retryable, files, rows, bytes, plain_bytes, file_name)
            SELECT CAST(md5(CAST(i AS text)) AS uuid),
                   CAST('00000000-0000-0000-0000-' || lpad(CAST(i %% 1000 AS text), 12, '0') AS uuid),
                   at, 1,
                   CASE WHEN i %% 2 = 0 THEN 'Monthly' ELSE 'nightly' END || ' export number ' || i %% 1000 || ' of Contact History',
                   CASE WHEN kind = 0 THEN 'IWD' ELSE 'CONTACT_HISTORY' END,
                   CASE WHEN kind = 0 THEN 'EVENT' WHEN kind %% 8 = 1 THEN 'CONTACT' ELSE 'INTERACTION' END,
                   CASE WHEN cause %% 500 = 0 THEN 'RETRY' WHEN cause %% 40 = 1 THEN 'MANUAL' WHEN cause %% 20 = 3 THEN 'BACKFILL' ELSE 'SCHEDULE' END,
                   at, at, 'scheduler',
                   CASE WHEN skipped THEN at END,
                   CASE WHEN skipped THEN 'The run before is not finished' END,
                   CASE WHEN NOT skipped THEN at + INTERVAL '1 second' END,
                   CASE WHEN NOT skipped THEN at + INTERVAL '2 seconds' END,
                   10, size, CASE WHEN NOT skipped THEN at + INTERVAL '3 seconds' END,
                   CASE WHEN completed THEN at + INTERVAL '3 seconds' + size * INTERVAL '100 microseconds' END,
                   CASE WHEN failed THEN at + INTERVAL '5 seconds' END,
                   CASE WHEN failed THEN 'SOURCE_UNAVAILABLE' END,
                   CASE WHEN failed THEN 'The source does not answer' END,
                   CASE WHEN failed THEN true END,
                   CASE WHEN completed THEN 1 END,
                   CASE WHEN completed THEN size END,
                   CASE WHEN completed THEN size * 700 END,
                   CASE WHEN completed THEN size * 2300 END,
                   CASE WHEN completed THEN
                       'export-number-' || i %% 1000 || '-interaction-' || lpad(CAST(i AS text), 8, '0') || '.jsonl.zst' END
            FROM (
                SELECT *, NOT failed AND NOT skipped AND NOT active AS completed
                FROM (
                    SELECT *, i > %1$d - 50 AS active,
                           chance < 200 AND i <= %1$d - 50 AS failed,
                           chance >= 200 AND chance < 300 AND i <= %1$d - 50 AS skipped
                    FROM (
                        SELECT i, TIMESTAMPTZ '2026-01-01T00:00:00Z' + i * INTERVAL '20 seconds' AS at,
                               abs(hashint8extended(i, 1) %% 10000) AS chance,
                               abs(hashint8extended(i, 2) %% 10000) AS kind,
                               abs(hashint8extended(i, 3) %% 10000) AS cause,
                               CASE WHEN hashint8extended(i, 4) %% 30 = 0 THEN 0
                                   ELSE CAST(exp(abs(hashint8extended(i, 5) %% 100000) / 100000.0 * 18) AS bigint) END AS size
                        FROM generate_series(CAST(1 AS bigint), %1$d) AS i) AS drawn) AS fated) AS made
            """;

    static String job(long number) {
        return String.format(Locale.ROOT, "00000000-0000-0000-0000-%012d", number % JOBS);
    }

    /** Name of the file of a run. */
    static String fileName(long run) {
        return "export-number-%d-interaction-%08d".formatted(run % JOBS, run);
    }

    void create(long count) throws SQLException {
        database.execute(
                WITHOUT_INDEXES,
                RUNS.formatted(count),
                """
                INSERT INTO history.run_progress (run_id, as_of, changed_in) SELECT run_id, first_fact_at, 1 FROM history.run
                ON CONFLICT DO NOTHING
                """,
                """
                INSERT INTO history.run_title (title) SELECT DISTINCT job_title FROM history.run
                ON CONFLICT DO NOTHING
                """,
                WITH_INDEXES,
                "VACUUM (ANALYZE) history.run, history.run_progress, history.run_title");
    }
}
