-- Runs of a status are a few in a hundred and sorted by anything; from here they are read without their rows.
DROP INDEX run_by_status;
CREATE INDEX run_by_status ON run (status, first_fact_at, run_id)
    INCLUDE (job_title, source, type, fire_time, started_at, ended_at, rows, bytes) WHERE NOT hidden;

-- Runs without a file, or without rows, stand at one end of these orders. A filter that none of them passes need not walk
-- over all of them.
CREATE INDEX run_measured_by_file ON run (COALESCE(file_name, ''), first_fact_at, run_id)
    WHERE NOT hidden AND rows IS NOT NULL;
CREATE INDEX run_timed_by_file ON run (COALESCE(file_name, ''), first_fact_at, run_id)
    WHERE NOT hidden AND ended_at IS NOT NULL AND started_at IS NOT NULL;
CREATE INDEX run_with_file_by_rows ON run (COALESCE(rows, -1), first_fact_at, run_id)
    WHERE NOT hidden AND file_name IS NOT NULL;
