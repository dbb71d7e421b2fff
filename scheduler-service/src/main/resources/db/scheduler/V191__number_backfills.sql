-- The order in which backfills were asked for, which a clock that is set back would not tell.
ALTER TABLE backfill ADD COLUMN position bigint GENERATED ALWAYS AS IDENTITY;

DROP INDEX backfill_open;

CREATE INDEX backfill_open ON backfill (position) WHERE state = 'OPEN';
