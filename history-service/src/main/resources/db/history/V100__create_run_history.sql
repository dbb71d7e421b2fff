-- Facts of a run as events told them. Each kind of event owns its columns, and the few columns that several kinds write
-- are joined by LEAST or GREATEST: so the row does not depend on the order or repetition of the events.
-- What follows from the facts (status, end) is generated from them, never written.
CREATE TABLE run (
    run_id             uuid PRIMARY KEY,
    job_id             uuid        NOT NULL,
    first_fact_at      timestamptz NOT NULL,
    hidden             boolean     NOT NULL DEFAULT false,
    job_version        integer,
    job_title          text,
    source             text,
    type               text,
    entity_types       text[],
    date_column        text,
    trigger            text,
    fire_time          timestamptz,
    time_zone          text,
    window_from        timestamptz,
    window_to          timestamptz,
    retry_of           uuid,
    requested_at       timestamptz,
    requested_by       text,
    skipped_at         timestamptz,
    skipped_because    text,
    started_at         timestamptz,
    waiting_at         timestamptz,
    waiting_for        text,
    waiting_until      timestamptz,
    planning_at        timestamptz,
    planned_at         timestamptz,
    chunks             integer,
    keys               bigint,
    expected_rows      bigint,
    expected_bytes     bigint,
    closed_through     timestamptz,
    window_warning     text,
    exporting_at       timestamptz,
    laid_out_at        timestamptz,
    laid_out_files     integer,
    laid_out_rows      bigint,
    laid_out_bytes     bigint,
    publishing_at      timestamptz,
    completed_at       timestamptz,
    folder             text,
    files              integer,
    rows               bigint,
    bytes              bigint,
    plain_bytes        bigint,
    manifest_sha256    text,
    manifest_bytes     bigint,
    expires_at         timestamptz,
    cancelled_at       timestamptz,
    cancelled_by       text,
    cancelled_because  text,
    failed_at          timestamptz,
    failed_task_kind   text,
    failure_kind       text,
    failure_message    text,
    failure_retryable  boolean,
    status text NOT NULL GENERATED ALWAYS AS (
        CASE
            WHEN completed_at IS NOT NULL THEN 'COMPLETED'
            WHEN cancelled_at IS NOT NULL THEN 'CANCELLED'
            WHEN failed_at IS NOT NULL THEN 'FAILED'
            WHEN skipped_at IS NOT NULL THEN 'SKIPPED'
            WHEN exporting_at IS NOT NULL OR laid_out_at IS NOT NULL OR publishing_at IS NOT NULL THEN 'RUNNING'
            WHEN planned_at IS NOT NULL THEN 'PLANNED'
            ELSE 'REQUESTED'
        END) STORED,
    ended_at timestamptz GENERATED ALWAYS AS (COALESCE(completed_at, cancelled_at, failed_at, skipped_at)) STORED
);

COMMENT ON COLUMN run.first_fact_at IS 'When the earliest fact happened: the request, once that is known. The order of lists.';
COMMENT ON COLUMN run.hidden IS 'Copied from deleted_run, so that lists need no join.';
COMMENT ON COLUMN run.started_at IS 'When the workers accepted the run.';
COMMENT ON COLUMN run.planning_at IS 'When the latest attempt at the plan began.';

-- One index per sort of the list, each ending in the same two columns that break ties.
CREATE INDEX run_by_first_fact ON run (first_fact_at, run_id) WHERE NOT hidden;
CREATE INDEX run_by_job ON run (job_id, first_fact_at, run_id) WHERE NOT hidden;
CREATE INDEX run_by_status ON run (status, first_fact_at, run_id) WHERE NOT hidden;
CREATE INDEX run_by_dataset ON run (source, type, first_fact_at, run_id) WHERE NOT hidden;
CREATE INDEX run_by_type ON run (COALESCE(type, ''), first_fact_at, run_id) WHERE NOT hidden;
CREATE INDEX run_by_source ON run (COALESCE(source, ''), first_fact_at, run_id) WHERE NOT hidden;
CREATE INDEX run_by_title ON run (COALESCE(job_title, ''), first_fact_at, run_id) WHERE NOT hidden;
CREATE INDEX run_by_start ON run (COALESCE(started_at, 'infinity'), first_fact_at, run_id) WHERE NOT hidden;
CREATE INDEX run_by_end ON run (COALESCE(ended_at, 'infinity'), first_fact_at, run_id) WHERE NOT hidden;
CREATE INDEX run_by_fire_time ON run (COALESCE(fire_time, 'infinity'), first_fact_at, run_id) WHERE NOT hidden;
CREATE INDEX run_by_duration ON run (COALESCE(ended_at - started_at, '0'), first_fact_at, run_id) WHERE NOT hidden;
CREATE INDEX run_by_rows ON run (COALESCE(rows, -1), first_fact_at, run_id) WHERE NOT hidden;
CREATE INDEX run_by_bytes ON run (COALESCE(bytes, -1), first_fact_at, run_id) WHERE NOT hidden;
-- The job's past, for the ETA.
CREATE INDEX run_completed_of_job ON run (job_id, completed_at) WHERE completed_at IS NOT NULL;

-- The part of a run that changes all the time, apart from the indexed row above. Its row lock orders the projection of
-- a run's events. changed_in is the transaction that changed anything about the run: what streams read.
CREATE TABLE run_progress (
    run_id         uuid PRIMARY KEY,
    as_of          timestamptz NOT NULL,
    changed_in     bigint      NOT NULL,
    keys_seen      bigint      NOT NULL DEFAULT 0,
    keys_held      bigint      NOT NULL DEFAULT 0,
    rows_held      bigint      NOT NULL DEFAULT 0,
    bytes_held     bigint      NOT NULL DEFAULT 0,
    chunks_done    bigint      NOT NULL DEFAULT 0,
    chunks_held    bigint      NOT NULL DEFAULT 0,
    assembled_rows  bigint     NOT NULL DEFAULT 0,
    assembled_bytes bigint     NOT NULL DEFAULT 0,
    files_done     bigint      NOT NULL DEFAULT 0,
    files_held     bigint      NOT NULL DEFAULT 0
);

COMMENT ON COLUMN run_progress.keys_seen IS 'Keys that any attempt has reached: the bar, which never falls.';
COMMENT ON COLUMN run_progress.keys_held IS 'Keys of finished chunks and of the attempts that hold a chunk now: the ETA.';

CREATE INDEX run_progress_by_change ON run_progress (changed_in);

-- Attempts at tasks; started, reported, failed and done come in any order.
CREATE TABLE attempt (
    run_id            uuid    NOT NULL,
    task_kind         text    NOT NULL,
    number            integer NOT NULL,
    epoch             bigint  NOT NULL,
    task_id           uuid    NOT NULL,
    worker            text    NOT NULL,
    attempt           integer,
    started_at        timestamptz,
    reported_at       timestamptz,
    keys              bigint NOT NULL DEFAULT 0,
    rows              bigint NOT NULL DEFAULT 0,
    bytes             bigint NOT NULL DEFAULT 0,
    failed_at         timestamptz,
    failure_kind      text,
    failure_message   text,
    failure_retryable boolean,
    retry_at          timestamptz,
    done_at           timestamptz,
    done_keys         bigint,
    done_rows         bigint,
    done_bytes        bigint,
    CONSTRAINT attempt_pkey PRIMARY KEY (run_id, task_kind, number, epoch)
);

-- Files of a run; users see them once published_at is set, which the completion of the run does.
CREATE TABLE artifact (
    artifact_id  uuid PRIMARY KEY,
    run_id       uuid        NOT NULL,
    job_id       uuid        NOT NULL,
    kind         text        NOT NULL,
    number       integer     NOT NULL,
    name         text        NOT NULL,
    media_type   text        NOT NULL,
    rows         bigint,
    bytes        bigint      NOT NULL,
    sha256       text        NOT NULL,
    created_at   timestamptz NOT NULL,
    published_at timestamptz,
    deleted_at   timestamptz,
    CONSTRAINT artifact_kind_check CHECK (kind IN ('FILE', 'MANIFEST')),
    CONSTRAINT artifact_number_key UNIQUE (run_id, number)
);

CREATE INDEX artifact_by_time ON artifact (published_at, artifact_id) WHERE published_at IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX artifact_by_job ON artifact (job_id, published_at, artifact_id) WHERE published_at IS NOT NULL AND deleted_at IS NULL;

-- What only this service knows, and what a rebuild of the tables above leaves alone.

CREATE TABLE deleted_run (
    run_id     uuid PRIMARY KEY,
    deleted_at timestamptz NOT NULL,
    deleted_by text        NOT NULL
);

CREATE TABLE deleted_artifact (
    artifact_id uuid PRIMARY KEY,
    folder      text        NOT NULL,
    name        text        NOT NULL,
    deleted_at  timestamptz NOT NULL,
    deleted_by  text        NOT NULL,
    removed_at  timestamptz
);

CREATE INDEX deleted_artifact_to_remove ON deleted_artifact (deleted_at) WHERE removed_at IS NULL;

-- The estimate last made for a run, which the next one is damped against.
CREATE TABLE run_estimate (
    run_id          uuid PRIMARY KEY,
    made_at         timestamptz NOT NULL,
    keys_held       bigint      NOT NULL,
    keys_per_second double precision,
    ends_at         timestamptz,
    earliest        timestamptz,
    latest          timestamptz
);
