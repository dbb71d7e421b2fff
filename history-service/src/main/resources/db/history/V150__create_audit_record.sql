-- Who did what. Append-only: the service may read and insert, nothing else, although the table is its own. The trigger
-- stands in the way of superusers as well, whom no grant holds back.
CREATE TABLE audit_record (
    event_id     uuid        NOT NULL,
    occurred_at  timestamptz NOT NULL,
    actor        text        NOT NULL,
    role         text,
    address      text,
    action       text        NOT NULL,
    subject_kind text        NOT NULL,
    subject_id   text        NOT NULL,
    subject_name text,
    source       text,
    changes      text        NOT NULL,
    stored_at    timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT audit_record_pk PRIMARY KEY (event_id)
);

COMMENT ON COLUMN audit_record.changes IS 'JSON array of objects with field, from and to.';

CREATE INDEX audit_record_by_time ON audit_record (occurred_at, event_id);
CREATE INDEX audit_record_by_actor ON audit_record (actor, occurred_at, event_id);
CREATE INDEX audit_record_by_action ON audit_record (action, occurred_at, event_id);
CREATE INDEX audit_record_by_subject ON audit_record (subject_id, occurred_at, event_id);

CREATE FUNCTION refuse_change_of_audit_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit_record is append-only: % is refused', TG_OP
        USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER audit_record_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_record
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit_record();
ALTER TABLE audit_record ENABLE ALWAYS TRIGGER audit_record_append_only;

REVOKE ALL ON audit_record FROM CURRENT_USER;
GRANT SELECT, INSERT ON audit_record TO CURRENT_USER;
