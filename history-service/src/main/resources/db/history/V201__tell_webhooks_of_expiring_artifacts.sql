-- Warnings are kept as outcomes are; they have neither an outcome nor a place in the sequence.
ALTER TABLE export_event
    ADD COLUMN event_type text NOT NULL DEFAULT 'EXPORT_COMPLETED',
    ALTER COLUMN sequence DROP NOT NULL,
    ALTER COLUMN outcome DROP NOT NULL,
    ADD CONSTRAINT export_event_type_check CHECK (event_type IN ('EXPORT_COMPLETED', 'EXPORT_EXPIRING')),
    ADD CONSTRAINT export_event_outcome_check
        CHECK (event_type != 'EXPORT_COMPLETED' OR (outcome IS NOT NULL AND sequence IS NOT NULL));

ALTER TABLE webhook
    ADD COLUMN event_types text[] NOT NULL DEFAULT '{EXPORT_COMPLETED}',
    ADD CONSTRAINT webhook_event_types_check CHECK (
        cardinality(event_types) > 0 AND event_types <@ ARRAY['EXPORT_COMPLETED', 'EXPORT_EXPIRING']);

COMMENT ON COLUMN webhook.event_types IS 'What it is told.';
