-- Runs whose end of retention systems downstream were warned of. Only this service knows them: a rebuild of the read
-- model leaves them alone.
CREATE TABLE expiry_warning (
    run_id     uuid        NOT NULL,
    warned_at  timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT expiry_warning_pk PRIMARY KEY (run_id)
);
