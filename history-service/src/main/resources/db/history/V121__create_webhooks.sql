CREATE TABLE webhook (
    webhook_id            uuid        NOT NULL,
    version               integer     NOT NULL,
    url                   text        NOT NULL,
    job_id                uuid,
    description           text,
    enabled               boolean     NOT NULL,
    disabled_because      text,
    secret                text        NOT NULL,
    previous_secret       text,
    previous_secret_until timestamptz,
    created_by            text        NOT NULL,
    created_at            timestamptz NOT NULL,
    updated_at            timestamptz NOT NULL,
    idempotency_key       text,
    request_sha256        text        NOT NULL,
    CONSTRAINT webhook_pk PRIMARY KEY (webhook_id),
    CONSTRAINT webhook_request_key UNIQUE (created_by, idempotency_key)
);

COMMENT ON COLUMN webhook.job_id IS 'Null for the outcomes of all jobs.';

-- The queue, and the log of what was delivered. One row for each webhook and event, whatever sends the event again.
-- attempts counts from the last time that the delivery was queued, epoch never starts anew and fences late results.
CREATE TABLE webhook_delivery (
    delivery_id     uuid        NOT NULL,
    webhook_id      uuid        NOT NULL,
    event_id        uuid        NOT NULL,
    state           text        NOT NULL,
    attempts        integer     NOT NULL DEFAULT 0,
    epoch           bigint      NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL,
    lease_until     timestamptz,
    queued_at       timestamptz NOT NULL,
    ended_at        timestamptz,
    CONSTRAINT webhook_delivery_pk PRIMARY KEY (delivery_id),
    CONSTRAINT webhook_delivery_event_key UNIQUE (webhook_id, event_id),
    CONSTRAINT webhook_delivery_webhook_fk FOREIGN KEY (webhook_id) REFERENCES webhook ON DELETE CASCADE,
    CONSTRAINT webhook_delivery_event_fk FOREIGN KEY (event_id) REFERENCES export_event,
    CONSTRAINT webhook_delivery_state_check CHECK (state IN ('PENDING', 'DELIVERED', 'FAILED', 'CANCELLED'))
);

COMMENT ON COLUMN webhook_delivery.lease_until IS 'By the clock of the database; an attempt is under way until then.';

CREATE INDEX webhook_delivery_due ON webhook_delivery (next_attempt_at, delivery_id) WHERE state = 'PENDING';
CREATE INDEX webhook_delivery_pending ON webhook_delivery (webhook_id) WHERE state = 'PENDING';
CREATE INDEX webhook_delivery_by_time ON webhook_delivery (webhook_id, queued_at, delivery_id);
CREATE INDEX webhook_delivery_ended ON webhook_delivery (ended_at) WHERE ended_at IS NOT NULL;

-- An attempt without an end is under way, or its process died.
CREATE TABLE webhook_attempt (
    delivery_id  uuid        NOT NULL,
    epoch        bigint      NOT NULL,
    started_at   timestamptz NOT NULL,
    duration_ms  bigint,
    status       integer,
    error        text,
    CONSTRAINT webhook_attempt_pk PRIMARY KEY (delivery_id, epoch),
    CONSTRAINT webhook_attempt_delivery_fk FOREIGN KEY (delivery_id) REFERENCES webhook_delivery ON DELETE CASCADE
);
