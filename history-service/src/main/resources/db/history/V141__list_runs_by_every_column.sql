-- What lists of runs are filtered, searched and sorted by beyond V100.
ALTER TABLE run ADD COLUMN file_name text;

COMMENT ON COLUMN run.file_name IS 'Least of the names of its files: the only one, or the first of the set.';

UPDATE run SET file_name = named.least
FROM (SELECT run_id, min(name) AS least FROM artifact WHERE kind = 'FILE' GROUP BY run_id) AS named
WHERE named.run_id = run.run_id;

CREATE INDEX run_by_file ON run (COALESCE(file_name, ''), first_fact_at, run_id) WHERE NOT hidden;
CREATE INDEX run_by_trigger ON run (trigger, first_fact_at, run_id) WHERE NOT hidden;

-- The indexes of V100 are partial, and the server learns nothing of their expressions by them.
CREATE STATISTICS run_of_type ON (COALESCE(type, '')) FROM run;
CREATE STATISTICS run_of_source ON (COALESCE(source, '')) FROM run;
CREATE STATISTICS run_of_title ON (COALESCE(job_title, '')) FROM run;
CREATE STATISTICS run_of_start ON (COALESCE(started_at, 'infinity')) FROM run;
CREATE STATISTICS run_of_end ON (COALESCE(ended_at, 'infinity')) FROM run;
CREATE STATISTICS run_of_duration ON (COALESCE(ended_at - started_at, '0')) FROM run;
CREATE STATISTICS run_of_rows ON (COALESCE(rows, -1)) FROM run;
CREATE STATISTICS run_of_bytes ON (COALESCE(bytes, -1)) FROM run;

-- Titles that any run ever had: some thousands, which are searched in the place of a million runs. A superset does no
-- harm, so rebuilds leave it alone.
CREATE TABLE run_title (
    title text NOT NULL,
    CONSTRAINT run_title_pk PRIMARY KEY (title)
);

INSERT INTO run_title (title) SELECT DISTINCT job_title FROM run WHERE job_title IS NOT NULL;

-- Parts of file names are found by trigrams where the server has them and we may use them; without, by reading.
DO $$
DECLARE
    place text;
BEGIN
    BEGIN
        CREATE EXTENSION IF NOT EXISTS pg_trgm;
    EXCEPTION WHEN OTHERS THEN
        RAISE NOTICE 'no extension pg_trgm: %; searching for file names reads all runs', SQLERRM;
    END;
    SELECT n.nspname INTO place
    FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
    WHERE e.extname = 'pg_trgm' AND has_schema_privilege(n.oid, 'USAGE');
    IF place IS NOT NULL THEN
        EXECUTE format('CREATE INDEX run_by_part_of_file ON run USING gin (file_name %I.gin_trgm_ops)', place);
    END IF;
END $$;
