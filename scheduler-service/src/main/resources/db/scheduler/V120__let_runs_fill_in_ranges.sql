ALTER TABLE run
    DROP CONSTRAINT run_trigger_check,
    ADD CONSTRAINT run_trigger_check CHECK (trigger IN ('SCHEDULE', 'MANUAL', 'BACKFILL', 'RETRY'));

CREATE TABLE backfill (
    backfill_id    uuid        NOT NULL,
    job_id         uuid        NOT NULL,
    job_version    integer     NOT NULL,
    range_from     timestamptz NOT NULL,
    range_to       timestamptz NOT NULL,
    window_count   integer     NOT NULL,
    windows_issued integer     NOT NULL,
    state          text        NOT NULL,
    stopped_reason text,
    requested_by   text        NOT NULL,
    requested_at   timestamptz NOT NULL,
    ended_at       timestamptz,
    CONSTRAINT backfill_pk PRIMARY KEY (backfill_id),
    CONSTRAINT backfill_version_fk FOREIGN KEY (job_id, job_version) REFERENCES job_version (job_id, version),
    CONSTRAINT backfill_range_check CHECK (range_from < range_to),
    CONSTRAINT backfill_state_check CHECK (state IN ('OPEN', 'ISSUED', 'CANCELLED')),
    CONSTRAINT backfill_ended_check CHECK ((ended_at IS NULL) = (state = 'OPEN')),
    CONSTRAINT backfill_issued_check CHECK
        (windows_issued BETWEEN 0 AND window_count AND (state <> 'ISSUED' OR windows_issued = window_count))
);

CREATE INDEX backfill_open ON backfill (requested_at, backfill_id) WHERE state = 'OPEN';

CREATE INDEX backfill_of_job ON backfill (job_id, backfill_id);

CREATE TABLE backfill_window (
    backfill_id uuid        NOT NULL,
    number      integer     NOT NULL,
    window_from timestamptz NOT NULL,
    window_to   timestamptz NOT NULL,
    run_id      uuid,
    CONSTRAINT backfill_window_pk PRIMARY KEY (backfill_id, number),
    CONSTRAINT backfill_window_backfill_fk FOREIGN KEY (backfill_id) REFERENCES backfill (backfill_id),
    CONSTRAINT backfill_window_run_fk FOREIGN KEY (run_id) REFERENCES run (run_id),
    CONSTRAINT backfill_window_check CHECK (window_from < window_to)
);
