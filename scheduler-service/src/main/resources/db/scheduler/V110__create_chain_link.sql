CREATE EXTENSION IF NOT EXISTS btree_gist;

-- The windows of jobs whose date range is SINCE_LAST, one after the other. A job's first link stands for everything
-- before its chain, so it has no start; every other link starts where another one ends, and no two of a job overlap:
-- a gap is refused as an overlap is.
CREATE TABLE chain_link (
    job_id      uuid        NOT NULL,
    window_from timestamptz,
    window_to   timestamptz NOT NULL,
    -- The run that exports the window; null for the first link, and for what runs of other date ranges exported.
    run_id      uuid,
    created_at  timestamptz NOT NULL,
    CONSTRAINT chain_link_pk PRIMARY KEY (job_id, window_to),
    CONSTRAINT chain_link_job_fk FOREIGN KEY (job_id) REFERENCES job (job_id),
    CONSTRAINT chain_link_run_fk FOREIGN KEY (run_id) REFERENCES run (run_id),
    CONSTRAINT chain_link_one_per_run UNIQUE (run_id),
    CONSTRAINT chain_link_not_empty CHECK (window_from < window_to),
    CONSTRAINT chain_link_no_gap FOREIGN KEY (job_id, window_from) REFERENCES chain_link (job_id, window_to),
    CONSTRAINT chain_link_no_overlap EXCLUDE USING gist
        (job_id WITH =, tstzrange(window_from, window_to) WITH &&)
);
