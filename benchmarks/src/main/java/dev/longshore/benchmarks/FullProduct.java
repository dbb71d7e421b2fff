package dev.longshore.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;

/**
 * Fills a product as years of use would: so many runs, the artifacts of those that are still kept, and 10,000 jobs, the first
 * thousand of which have these runs. Most of it is made in the database: no benchmark waits for a million exports.
 */
record FullProduct(UpProduct product) {
    static final int JOBS = 10_000;

    private static final int MODELS = 20;
    private static final String JOB_ID = "CAST('00000000-0000-0000-0000-' || lpad(CAST(n AS text), 12, '0') AS uuid)";

    /** Copies of a job; the number in its title, its identity and its last run are its own. */
    private static final String COPIES = """
            DO $fill$
            DECLARE own text := (SELECT string_agg(column_name, ', ') FROM information_schema.columns
                                 WHERE table_schema = 'scheduler' AND table_name = 'job' AND is_generated = 'NEVER'
                                   AND column_name NOT IN
                                       ('job_id', 'title', 'last_run_id', 'last_run_state', 'last_run_at'));
            BEGIN
                EXECUTE 'INSERT INTO scheduler.job (job_id, title, last_run_id, last_run_state, last_run_at, ' || own || ')'
                    || $copy$
                    SELECT %1$s, title || ' no. ' || n,
                           CASE WHEN n < %2$d THEN CAST(md5(CAST(%3$d + n AS text)) AS uuid) END,
                           CASE WHEN n < %2$d THEN 'COMPLETED' END,
                           CASE WHEN n < %2$d THEN TIMESTAMPTZ '2026-08-20T00:00:00Z' END, $copy$ || own || $copy$
                    FROM scheduler.job, generate_series(%4$d, %5$d, %6$d) n WHERE job_id = '%7$s' $copy$;
            END $fill$
            """;

    private static final String VERSIONS = """
            INSERT INTO scheduler.job_version
            SELECT (jsonb_populate_record(v, jsonb_build_object('job_id', %1$s))).*
            FROM scheduler.job_version v, generate_series(%2$d, %3$d, %4$d) n WHERE job_id = '%5$s'
            """;

    /** The made runs of the last month of them are still kept; those that the product has made have a folder already. */
    private static final String FOLDERS = """
            UPDATE history.run SET folder = 'made/' || run_id
            WHERE folder IS NULL
            AND completed_at > (SELECT max(completed_at) FROM history.run WHERE folder IS NULL) - INTERVAL '30 days'
            """;

    /** A file and a manifest each. */
    private static final String ARTIFACTS = """
            INSERT INTO history.artifact (artifact_id, run_id, job_id, kind, number, name, media_type, rows, bytes, sha256,
                                          created_at, published_at)
            SELECT CAST(md5(r.run_id || ' ' || number) AS uuid), r.run_id, r.job_id,
                   CASE number WHEN 0 THEN 'MANIFEST' ELSE 'FILE' END, number,
                   CASE number WHEN 0 THEN 'manifest.json' ELSE r.file_name END, 'application/octet-stream',
                   CASE number WHEN 0 THEN NULL ELSE r.rows END, r.bytes, md5(r.file_name), r.completed_at, r.completed_at
            FROM history.run r, generate_series(0, 1) AS number
            WHERE r.folder LIKE 'made/%'
            """;

    /** Does nothing when the product is full already. */
    void fill(long runs) throws IOException, InterruptedException, SQLException {
        if (product.count("history.run") >= runs) {
            return;
        }
        System.out.printf(Locale.ROOT, "making %,d runs and %,d jobs ...%n", runs, JOBS);
        new ManyRuns(product).create(runs);
        product.execute(FOLDERS, ARTIFACTS, "VACUUM (ANALYZE) history.run, history.artifact");
        long newest = runs - ManyRuns.JOBS;
        for (int model = 0; model < MODELS; model++) {
            String id =
                    product.post("/jobs", ManyJobs.settings(model)).get("id").asString();
            product.execute(
                    COPIES.formatted(JOB_ID, ManyRuns.JOBS, newest, model, JOBS - 1, MODELS, id),
                    VERSIONS.formatted(JOB_ID, model, JOBS - 1, MODELS, id));
        }
        product.execute("VACUUM (ANALYZE) scheduler.job, scheduler.job_version");
    }
}
