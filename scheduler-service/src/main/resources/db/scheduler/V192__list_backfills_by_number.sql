-- Lists too show backfills in the order in which they were asked for; identities of the same millisecond have none.
DROP INDEX backfill_of_job;

CREATE INDEX backfill_of_job ON backfill (job_id, position);
