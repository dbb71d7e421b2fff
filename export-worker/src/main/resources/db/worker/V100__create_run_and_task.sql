CREATE TABLE run (
    run_id                  uuid        NOT NULL,
    job_id                  uuid        NOT NULL,
    state                   text        NOT NULL,
    job_version             integer     NOT NULL,
    job_title               text        NOT NULL,
    trigger                 text        NOT NULL,
    fire_time               timestamptz NOT NULL,
    time_zone               text        NOT NULL,
    window_from             timestamptz,
    window_to               timestamptz,
    source                  text        NOT NULL,
    type                    text        NOT NULL,
    entity_types            text[],
    date_column             text        NOT NULL,
    format                  text        NOT NULL,
    compression             text        NOT NULL,
    split_size_bytes        bigint,
    certificate_id          text,
    retention_days          integer,
    retry_of                uuid,
    closing_policy          text        NOT NULL,
    closing_grace_millis    bigint      NOT NULL,
    closing_max_wait_millis bigint      NOT NULL,
    requested_by            text        NOT NULL,
    accepted_at             timestamptz NOT NULL DEFAULT clock_timestamp(),
    cut                     text,
    wait_until              timestamptz,
    wait_announced          boolean     NOT NULL DEFAULT false,
    closed_through          timestamptz,
    closing_warning         text,
    chunks                  integer     NOT NULL DEFAULT 0,
    chunks_done             integer     NOT NULL DEFAULT 0,
    keys                    bigint      NOT NULL DEFAULT 0,
    expected_rows           bigint,
    files                   integer     NOT NULL DEFAULT 0,
    files_done              integer     NOT NULL DEFAULT 0,
    folder                  text,
    manifest                bytea,
    manifest_sha256         text,
    manifest_bytes          bigint,
    expires_at              timestamptz,
    failure_phase           text,
    failure_kind            text,
    failure_message         text,
    finished_at             timestamptz,
    cleaned_at              timestamptz,
    CONSTRAINT run_pk PRIMARY KEY (run_id),
    CONSTRAINT run_state_check CHECK (state IN
        ('PLANNING', 'EXPORTING', 'ASSEMBLING', 'PUBLISHING', 'COMMITTING', 'COMPLETED', 'FAILED', 'CANCELLED')),
    CONSTRAINT run_closing_policy_check CHECK (closing_policy IN ('FAIL', 'WARN')),
    CONSTRAINT run_sealed_check CHECK (state NOT IN ('COMMITTING', 'COMPLETED') OR (folder IS NOT NULL AND manifest IS NOT NULL)),
    CONSTRAINT run_chunks_check CHECK (chunks_done BETWEEN 0 AND chunks),
    CONSTRAINT run_files_check CHECK (files_done BETWEEN 0 AND files)
);

CREATE INDEX run_to_clean_idx ON run (finished_at) WHERE finished_at IS NOT NULL AND cleaned_at IS NULL;

-- Cancellations that overtook the command that starts their run.
CREATE TABLE cancellation (
    run_id       uuid        NOT NULL,
    requested_by text        NOT NULL,
    reason       text,
    recorded_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT cancellation_pk PRIMARY KEY (run_id)
);

CREATE TABLE task (
    task_id      uuid        NOT NULL,
    run_id       uuid        NOT NULL,
    kind         text        NOT NULL,
    number       integer     NOT NULL,
    state        text        NOT NULL,
    epoch        bigint      NOT NULL DEFAULT 0,
    attempt      integer     NOT NULL DEFAULT 0,
    worker       text,
    lease_until  timestamptz,
    not_before   timestamptz,
    announced_at timestamptz,
    started_at   timestamptz,
    finished_at  timestamptz,
    CONSTRAINT task_pk PRIMARY KEY (task_id),
    CONSTRAINT task_step_unique UNIQUE (run_id, kind, number),
    CONSTRAINT task_run_fk FOREIGN KEY (run_id) REFERENCES run (run_id),
    CONSTRAINT task_kind_check CHECK (kind IN ('PLAN', 'EXPORT', 'LAY_OUT', 'ASSEMBLE', 'PUBLISH')),
    CONSTRAINT task_state_check CHECK (state IN ('WAITING', 'READY', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    CONSTRAINT task_waiting_check CHECK (state <> 'WAITING' OR not_before IS NOT NULL),
    CONSTRAINT task_running_check CHECK (state <> 'RUNNING' OR (worker IS NOT NULL AND lease_until IS NOT NULL))
);

CREATE INDEX task_waiting_idx ON task (not_before) WHERE state = 'WAITING';
CREATE INDEX task_ready_idx ON task (announced_at) WHERE state = 'READY';
CREATE INDEX task_running_idx ON task (lease_until) WHERE state = 'RUNNING';

CREATE TABLE job_outcome (
    job_id          uuid   NOT NULL,
    sequence        bigint NOT NULL,
    run_id          uuid   NOT NULL,
    previous_run_id uuid,
    CONSTRAINT job_outcome_pk PRIMARY KEY (job_id)
);
