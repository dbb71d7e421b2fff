-- Every look for due jobs asks which run has waited longest; runs at work, of which there may be thousands, are not in it.
CREATE INDEX run_waiting ON run (requested_at, run_id) WHERE started_at IS NULL AND ended_at IS NULL;
