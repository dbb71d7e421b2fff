-- Downloads that are under way. Nobody removes a file while its lease lasts; a download renews it, and a process that
-- dies lets it end.
CREATE TABLE download_lease (
    download_id uuid        NOT NULL,
    artifact_id uuid        NOT NULL,
    lease_until timestamptz NOT NULL,
    CONSTRAINT download_lease_pk PRIMARY KEY (download_id, artifact_id)
);

COMMENT ON COLUMN download_lease.lease_until IS 'By the clock of the database.';

CREATE INDEX download_lease_of_artifact ON download_lease (artifact_id);
