ALTER TABLE run ADD COLUMN failure_kind text;

ALTER TABLE job
    ADD COLUMN failures_in_row integer NOT NULL DEFAULT 0,
    -- The stages of a job's life; see JobStage.
    ADD CONSTRAINT job_life_cycle_check CHECK
        ((one_time OR NOT submitted) AND NOT (submitted AND state = 'ACTIVE')
         AND (suspended_reason IS NULL OR state = 'SUSPENDED'));
