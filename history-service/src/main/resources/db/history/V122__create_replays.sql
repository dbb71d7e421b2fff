-- Who had which events sent again, and where to.
CREATE TABLE replay (
    replay_id       uuid        NOT NULL,
    events_from     timestamptz NOT NULL,
    events_to       timestamptz NOT NULL,
    job_id          uuid,
    webhook_id      uuid,
    events          integer     NOT NULL,
    requested_by    text        NOT NULL,
    requested_at    timestamptz NOT NULL,
    idempotency_key text,
    request_sha256  text        NOT NULL,
    CONSTRAINT replay_pk PRIMARY KEY (replay_id),
    CONSTRAINT replay_request_key UNIQUE (requested_by, idempotency_key)
);
