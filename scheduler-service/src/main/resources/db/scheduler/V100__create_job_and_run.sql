CREATE TABLE job (
    job_id           uuid        NOT NULL,
    version          integer     NOT NULL,
    title            text        NOT NULL,
    source           text        NOT NULL,
    type             text        NOT NULL,
    overlap          text        NOT NULL,
    one_time         boolean     NOT NULL,
    submitted        boolean     NOT NULL,
    state            text        NOT NULL,
    suspended_reason text,
    next_fire_time   timestamptz,
    catch_up_policy  text,
    catch_up_until   timestamptz,
    last_run_id      uuid,
    created_by       text        NOT NULL,
    created_at       timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL,
    deleted_at       timestamptz,
    CONSTRAINT job_pk PRIMARY KEY (job_id),
    CONSTRAINT job_state_check CHECK (state IN ('ACTIVE', 'SUSPENDED')),
    CONSTRAINT job_catch_up_check CHECK ((catch_up_policy IS NULL) = (catch_up_until IS NULL))
);

CREATE INDEX job_due ON job (next_fire_time) WHERE state = 'ACTIVE' AND deleted_at IS NULL;

CREATE TABLE job_version (
    job_id     uuid        NOT NULL,
    version    integer     NOT NULL,
    settings   jsonb       NOT NULL,
    created_by text        NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT job_version_pk PRIMARY KEY (job_id, version),
    CONSTRAINT job_version_job_fk FOREIGN KEY (job_id) REFERENCES job (job_id)
);

CREATE TABLE run (
    run_id              uuid        NOT NULL,
    job_id              uuid        NOT NULL,
    job_version         integer     NOT NULL,
    trigger             text        NOT NULL,
    fire_time           timestamptz NOT NULL,
    window_from         timestamptz,
    window_to           timestamptz,
    state               text        NOT NULL,
    state_at            timestamptz NOT NULL,
    requested_by        text        NOT NULL,
    requested_at        timestamptz NOT NULL,
    started_at          timestamptz,
    ended_at            timestamptz,
    cancel_requested_at timestamptz,
    retry_of            uuid,
    CONSTRAINT run_pk PRIMARY KEY (run_id),
    CONSTRAINT run_version_fk FOREIGN KEY (job_id, job_version) REFERENCES job_version (job_id, version),
    CONSTRAINT run_trigger_check CHECK (trigger IN ('SCHEDULE', 'MANUAL', 'RETRY')),
    CONSTRAINT run_state_check CHECK
        (state IN ('REQUESTED', 'PLANNED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED', 'SKIPPED')),
    CONSTRAINT run_ended_check CHECK
        ((ended_at IS NULL) = (state IN ('REQUESTED', 'PLANNED', 'RUNNING')))
);

-- One run per job and fire time, whatever instances race.
CREATE UNIQUE INDEX run_one_per_fire_time ON run (job_id, fire_time) WHERE trigger = 'SCHEDULE';

-- At most one run of a job is handed to the workers at a time.
CREATE UNIQUE INDEX run_one_at_work ON run (job_id) WHERE started_at IS NOT NULL AND ended_at IS NULL;

CREATE INDEX run_unended ON run (job_id, requested_at) WHERE ended_at IS NULL;

CREATE INDEX run_end ON run (job_id, ended_at);

CREATE TABLE idempotency_key (
    caller          text        NOT NULL,
    operation       text        NOT NULL,
    idempotency_key text        NOT NULL,
    request_sha256  text        NOT NULL,
    resource_id     uuid        NOT NULL,
    created_at      timestamptz NOT NULL,
    CONSTRAINT idempotency_key_pk PRIMARY KEY (caller, operation, idempotency_key)
);

CREATE INDEX idempotency_key_age ON idempotency_key (created_at);

-- Jobs that are not deleted, with their current version and last run. Each sort key is a text that sorts bytewise as
-- its value does.
CREATE VIEW job_overview AS
SELECT job.job_id, job.version, job.title, job_version.settings ->> 'description' AS description, job.source, job.type,
       job_version.settings::text AS settings, job.state, job.suspended_reason, job.one_time, job.submitted,
       job.next_fire_time, job.last_run_id, run.state AS last_run_state, run.state_at AS last_run_at, job.created_by,
       job.created_at, job.updated_at,
       jsonb_build_object(
           'title', lower(job.title),
           'source', job.source,
           'type', job.type,
           'state', job.state,
           'createdBy', job.created_by,
           'lastRun.status', run.state,
           'lastRun.at', to_char(run.state_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS'),
           'nextFireTime', CASE WHEN job.state = 'ACTIVE'
               THEN to_char(job.next_fire_time AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS') END,
           'createdAt', to_char(job.created_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS'),
           'updatedAt', to_char(job.updated_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS')) AS sort_keys
FROM job
JOIN job_version ON job_version.job_id = job.job_id AND job_version.version = job.version
LEFT JOIN run ON run.run_id = job.last_run_id
WHERE job.deleted_at IS NULL;
