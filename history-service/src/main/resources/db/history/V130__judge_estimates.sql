-- Estimates of the end of runs, and how good they were. Only this service knows them: a rebuild of the read model leaves
-- these tables alone.

-- The estimate last made for a run. One that is under way is simply made anew.
DROP TABLE run_estimate;

CREATE TABLE run_estimate (
    run_id              uuid PRIMARY KEY,
    made_at             timestamptz      NOT NULL,
    keys_held           double precision NOT NULL,
    slots               double precision NOT NULL,
    keys                double precision NOT NULL,
    slot_seconds        double precision NOT NULL,
    seconds             double precision NOT NULL,
    recent_keys         double precision NOT NULL,
    recent_slot_seconds double precision NOT NULL,
    tenths              double precision[] NOT NULL,
    ends_at             timestamptz,
    earliest            timestamptz,
    latest              timestamptz,
    work_seconds        double precision,
    work_least          double precision,
    work_most           double precision
);

COMMENT ON COLUMN run_estimate.tenths IS 'Slot seconds gone by at each tenth of the keys.';
COMMENT ON COLUMN run_estimate.work_seconds IS 'Before the first chunk: how long the run takes once it can go on.';

-- What was told of the end of an active run; judged and removed when the run ends.
CREATE TABLE told_estimate (
    run_id   uuid        NOT NULL,
    made_at  timestamptz NOT NULL,
    news_at  timestamptz NOT NULL,
    ends_at  timestamptz,
    earliest timestamptz,
    latest   timestamptz,
    CONSTRAINT told_estimate_pkey PRIMARY KEY (run_id, made_at)
);

-- How good the estimates of a completed run were, and what its speed teaches the next ones.
CREATE TABLE eta_quality (
    run_id           uuid PRIMARY KEY,
    job_id           uuid             NOT NULL,
    ended_at         timestamptz      NOT NULL,
    seconds          double precision NOT NULL,
    normalised_error double precision NOT NULL,
    coverage         double precision NOT NULL,
    jumps            integer          NOT NULL,
    known_share      double precision NOT NULL,
    mean_age         double precision NOT NULL,
    largest_age      double precision NOT NULL,
    slots            double precision NOT NULL,
    tenths           double precision[] NOT NULL
);

CREATE INDEX eta_quality_of_job ON eta_quality (job_id, ended_at);
CREATE INDEX eta_quality_by_end ON eta_quality (ended_at);

-- Errors that the intervals of later runs are calibrated on.
CREATE TABLE eta_score (
    run_id   uuid             NOT NULL,
    stage    integer          NOT NULL,
    number   integer          NOT NULL,
    job_id   uuid             NOT NULL,
    ended_at timestamptz      NOT NULL,
    score    double precision NOT NULL,
    CONSTRAINT eta_score_pkey PRIMARY KEY (run_id, stage, number)
);

CREATE INDEX eta_score_of_job ON eta_score (job_id, stage, ended_at);
CREATE INDEX eta_score_by_end ON eta_score (stage, ended_at);

-- Attempts under way, and the few that were lost: what the ETA looks at every second.
CREATE INDEX attempt_open ON attempt (run_id, task_kind, number) WHERE done_at IS NULL AND failed_at IS NULL;
