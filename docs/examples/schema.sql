-- What the reference consumers load into. Run it once: psql -f schema.sql

-- One row for each outcome that was applied; the key is the event's ce_id, so an event that comes again finds itself here.
CREATE TABLE IF NOT EXISTS outcome (
    event_id        uuid        PRIMARY KEY,
    job_id          uuid        NOT NULL,
    sequence        bigint      NOT NULL,
    run_id          uuid        NOT NULL,
    previous_run_id uuid,
    outcome         text        NOT NULL,
    occurred_at     timestamptz NOT NULL,
    records         bigint      NOT NULL,
    applied_at      timestamptz NOT NULL DEFAULT now()
);

-- The newest version of each record. Windows may overlap and events may come in any order: the later outcome wins.
CREATE TABLE IF NOT EXISTS exported_record (
    type        text        NOT NULL,
    record_id   text        NOT NULL,
    occurred_at timestamptz NOT NULL,
    content     jsonb       NOT NULL,
    PRIMARY KEY (type, record_id)
);

-- Outcomes that must exist, since a later one of the same job has come, and that have not come themselves.
CREATE OR REPLACE VIEW missing_outcome AS
SELECT latest.job_id, number AS sequence
FROM (SELECT job_id, max(sequence) AS sequence FROM outcome GROUP BY job_id) latest
CROSS JOIN LATERAL generate_series(1, latest.sequence) AS number
WHERE NOT EXISTS (SELECT 1 FROM outcome WHERE outcome.job_id = latest.job_id AND outcome.sequence = number);
