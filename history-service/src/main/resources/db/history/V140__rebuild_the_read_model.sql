-- Rebuilds of the read model, one at a time; the row under way is also what tells projections that there is a shadow.
CREATE TABLE rebuild (
    rebuild_id   uuid        NOT NULL,
    state        text        NOT NULL,
    requested_by text        NOT NULL,
    requested_at timestamptz NOT NULL,
    began_in     bigint      NOT NULL,
    epoch        bigint      NOT NULL DEFAULT 0,
    lease_until  timestamptz,
    unreadable   bigint      NOT NULL DEFAULT 0,
    ended_at     timestamptz,
    failure      text,
    CONSTRAINT rebuild_pk PRIMARY KEY (rebuild_id),
    CONSTRAINT rebuild_state_check CHECK (state IN ('RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED'))
);

COMMENT ON COLUMN rebuild.began_in IS 'Transaction that made the shadow: what changed since is in the shadow as well.';
COMMENT ON COLUMN rebuild.epoch IS 'Rises with each instance that takes the rebuild on, and fences the one before.';
COMMENT ON COLUMN rebuild.lease_until IS 'By the clock of the database.';
COMMENT ON COLUMN rebuild.unreadable IS 'Messages that no projection can read; they are among the dead letters.';

CREATE UNIQUE INDEX rebuild_under_way ON rebuild (state) WHERE state = 'RUNNING';
CREATE INDEX rebuild_by_time ON rebuild (requested_at);

-- How far the topic has been replayed, and up to where it has to be.
CREATE TABLE rebuild_position (
    rebuild_id   uuid    NOT NULL,
    partition    integer NOT NULL,
    begin_offset bigint  NOT NULL,
    next_offset  bigint  NOT NULL,
    end_offset   bigint  NOT NULL,
    CONSTRAINT rebuild_position_pk PRIMARY KEY (rebuild_id, partition),
    CONSTRAINT rebuild_position_rebuild_fk FOREIGN KEY (rebuild_id) REFERENCES rebuild ON DELETE CASCADE
);
