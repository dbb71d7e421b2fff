-- What systems downstream were told of each run's outcome, to the byte: for webhooks and replays. Kept for good, as the
-- topic is, and left alone by a rebuild of the read model.
CREATE TABLE export_event (
    event_id    uuid        NOT NULL,
    job_id      uuid        NOT NULL,
    run_id      uuid        NOT NULL,
    sequence    bigint      NOT NULL,
    outcome     text        NOT NULL,
    occurred_at timestamptz NOT NULL,
    message_key text        NOT NULL,
    payload     bytea       NOT NULL,
    headers     text        NOT NULL,
    body        text        NOT NULL,
    stored_at   timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT export_event_pk PRIMARY KEY (event_id)
);

COMMENT ON COLUMN export_event.headers IS 'JSON object of strings, without event-id.';
COMMENT ON COLUMN export_event.body IS 'The event as webhooks send it. Made once, so that each attempt signs the same bytes.';

CREATE INDEX export_event_by_time ON export_event (occurred_at, event_id);
CREATE INDEX export_event_by_job ON export_event (job_id, occurred_at);
